import type { DeadLetter } from "@tgmem/queue";
import { count } from "../../counted.ts";
import { ago } from "./figures.ts";
import { secretField } from "./forms.ts";
import { type Html, html } from "./html.ts";

export interface LetterPage {
  readonly list: string;
  readonly letter: DeadLetter;
  readonly form: string;
  readonly nowMs: number;
}

/** Shows one dead letter; its body only when it is opened. */
export function letter({ list, letter: one, form, nowMs }: LetterPage): Html {
  const { number, id, lane, attempts, reason, pushedAtMs, buriedAtMs, body } = one;
  const chat = /^(?:chat:|command:|forget:)?(-?\d+)$/.exec(lane)?.[1];
  return html`<p class="trail"><a href="/dead/${list}">Dead letters of ${list}</a></p>
    <h1>Letter ${number}</h1>
    <p class="panel reason">${reason}</p>
    <dl class="strip panel">
      <div>
        <dt>lane</dt>
        <dd>${chat === undefined ? lane : html`<a href="/chats/${chat}">${lane}</a>`}</dd>
      </div>
      <div>
        <dt>attempts</dt>
        <dd>${count(attempts)}</dd>
      </div>
      ${
        pushedAtMs === undefined
          ? null
          : html`<div>
              <dt>came</dt>
              <dd>${ago(pushedAtMs, nowMs)}</dd>
            </div>`
      }
      <div>
        <dt>failed</dt>
        <dd>${ago(buriedAtMs, nowMs)}</dd>
      </div>
      <div>
        <dt>id</dt>
        <dd class="id">${id}</dd>
      </div>
    </dl>
    <details class="panel">
      <summary>
        <h2>Body</h2>
        <span class="hint">holds what people wrote</span>
      </summary>
      <pre tabindex="0" dir="auto">${pretty(body)}</pre>
    </details>
    <form class="actions" method="post" action="/dead/${list}">
      ${secretField(form)} <input type="hidden" name="number" value="${number}" />
      <button class="main" name="act" value="replay">Replay</button>
      <button class="danger" name="act" value="drop">Drop…</button>
    </form>`;
}

/** A body may be no JSON: that may be why it is here. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
