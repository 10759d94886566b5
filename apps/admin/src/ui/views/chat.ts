import type { ChatDetails } from "../../memory/chat-memory.ts";
import { count, counted } from "../../counted.ts";
import { ago, dollars } from "./figures.ts";
import { secretField } from "./forms.ts";
import { type Html, html } from "./html.ts";

export interface ChatPage {
  readonly details: ChatDetails;
  /** Whether summaries of an archive can be seen from here. */
  readonly hasArchive: boolean;
  /** Whether an operator holds the chat up. */
  readonly isPaused: boolean;
  readonly form: string;
  readonly nowMs: number;
  /** A correction that was not taken: the text comes back to whoever typed it. */
  readonly refused?: { readonly text: string; readonly why: string } | undefined;
}

/** Shows what is remembered of a chat; the texts of people only when they are opened. */
export function chat({ details, hasArchive, isPaused, form, nowMs, refused }: ChatPage): Html {
  const { chat: id, turns, kept, pending, lastAtMs, isOffRecord, usage, summary, window } = details;
  const path = `/chats/${encodeURIComponent(id)}`;
  const words = refused?.text ?? summary ?? "";
  return html`<p class="trail"><a href="/chats">Chats</a></p>
    <h1>Chat ${id} ${isOffRecord ? html`<span class="tag">off the record</span>` : null}</h1>
    <dl class="strip panel">
      <div>
        <dt>turns</dt>
        <dd>${count(turns)}</dd>
      </div>
      <div>
        <dt>word for word</dt>
        <dd>${count(kept)}</dd>
      </div>
      <div>
        <dt>not summarized</dt>
        <dd>${count(pending)}</dd>
      </div>
      <div>
        <dt>last turn</dt>
        <dd>${lastAtMs === null ? "–" : ago(lastAtMs, nowMs)}</dd>
      </div>
      <div>
        <dt>tokens</dt>
        <dd>${count(usage.input + usage.output)}</dd>
      </div>
      <div>
        <dt>cost</dt>
        <dd>${dollars(usage.cost)}</dd>
      </div>
    </dl>
    ${
      hasArchive || summary !== null
        ? null
        : html`<p class="hint">
            AIRTABLE_PAT is not set here: a summary that only Airtable has is not shown.
          </p>`
    }
    <details class="panel" id="summary" ${refused ? html`open` : null}>
      <summary>
        <h2>Summary</h2>
        <span class="hint"
          >${summary === null ? "none yet" : counted(wordsOf(summary), "word")}</span
        >
      </summary>
      <form method="post" action="${path}/correct">
        ${secretField(form)}
        ${refused ? html`<p class="notice bad" id="refused" role="alert">${refused.why}</p>` : null}
        <label for="text">What the bot knows of this chat. The next summary builds on it.</label>
        <textarea
          id="text"
          name="text"
          rows="4"
          required
          ${refused ? html`aria-describedby="refused"` : null}
        >
${words}</textarea>
        <p class="actions"><button class="main" type="submit">Correct</button></p>
      </form>
    </details>
    <details class="panel" id="window">
      <summary>
        <h2>Word for word</h2>
        <span class="hint">${counted(window.length, "turn")}</span>
      </summary>
      ${
        window.length === 0
          ? html`<p class="empty">No turn is kept.</p>`
          : html`<ol class="talk">
              ${window.map(
                ({ saidAtMs, user, assistant, speaker }) =>
                  html`<li>
                    <p class="hint">${speaker?.name} ${ago(saidAtMs, nowMs)}</p>
                    <p class="said" dir="auto">${user}</p>
                    <p class="answered" dir="auto">${assistant}</p>
                  </li>`,
              )}
            </ol>`
      }
    </details>
    <form class="panel end" method="post" action="${path}/${isPaused ? "resume" : "pause"}">
      ${secretField(form)}
      <p>
        ${
          isPaused
            ? "This chat is held up: its messages wait on the list."
            : "Lets the messages of this chat wait on the list, until you let it go on. Commands go on."
        }
      </p>
      <button id="hold" type="submit">${isPaused ? "Resume" : "Pause"}</button>
    </form>
    <form class="panel end" method="post" action="${path}/forget">
      ${secretField(form)}
      <p>Erases the turns, the summary and the dead letters of this chat.</p>
      <button class="danger" type="submit">Forget…</button>
    </form>`;
}

const wordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;
