import type { DeadLetter } from "@tgmem/queue";
import type { Status } from "../../status/read-status.ts";
import { count, counted } from "../../counted.ts";
import { ago } from "./figures.ts";
import { secretField } from "./forms.ts";
import { type Html, html } from "./html.ts";
import { paging } from "./paging.ts";

export interface LettersPage {
  readonly list: string;
  readonly lists: Status["lists"];
  readonly letters: readonly DeadLetter[];
  /** The number after which this page begins. */
  readonly after: number;
  /** Whether there are more behind these. */
  readonly hasMore: boolean;
  readonly form: string;
  readonly nowMs: number;
}

/** Lists what finally failed, the oldest first, with its reason, to be tried again or dropped. It shows no bodies. */
export function letters({
  list,
  lists,
  letters: some,
  after,
  hasMore,
  form,
  nowMs,
}: LettersPage): Html {
  return html`<h1>Dead letters</h1>
    <nav class="tabs" aria-label="Lists">
      ${lists.map(
        ({ name, deadLetters }) =>
          html`<a href="/dead/${name}" ${name === list ? html`aria-current="true"` : null}
            >${name} <span id="dead-of-${name}" data-live>${count(deadLetters)}</span></a
          >`,
      )}
    </nav>
    ${
      some.length === 0
        ? html`<p class="empty">
            ${after > 0 ? "No more of them." : "Nothing has finally failed on this list."}
          </p>`
        : html`<form method="post" action="/dead/${list}">
            ${secretField(form)}
            <input
              type="hidden"
              name="shown"
              value="${some.map(({ number }) => number).join(",")}"
            />
            <ul class="letters">
              ${some.map((letter) => row(list, letter, nowMs))}
            </ul>
            <p class="actions sticky">
              <button class="main" name="act" value="replay">Replay selected</button>
              <button class="danger" name="act" value="drop">Drop selected…</button>
              <button name="act" value="replay_shown">
                Replay all ${count(some.length)} shown
              </button>
            </p>
          </form>`
    }
    ${paging({
      newer: after > 0 ? `/dead/${list}` : null,
      older: hasMore ? `/dead/${list}?after=${some.at(-1)?.number ?? after}` : null,
    })}`;
}

const row = (
  list: string,
  { number, lane, attempts, reason, buriedAtMs }: DeadLetter,
  nowMs: number,
) =>
  html`<li class="panel">
    <input type="checkbox" name="number" value="${number}" id="letter-${number}" />
    <label for="letter-${number}">
      <span class="reason">${reason}</span>
      <span class="hint"
        >${lane} · ${counted(attempts, "attempt")} · ${ago(buriedAtMs, nowMs)}</span
      >
    </label>
    <a href="/dead/${list}/${number}" aria-label="Letter ${number} of ${list}">#${number}</a>
  </li>`;
