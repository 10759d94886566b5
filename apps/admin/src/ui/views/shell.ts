import type { Status } from "../../status/read-status.ts";
import { count } from "../../counted.ts";
import { type Html, html } from "./html.ts";
import { page } from "./page.ts";

const places = [
  ["/", "Overview"],
  ["/dead", "Dead letters"],
  ["/chats", "Chats"],
  ["/cost", "Cost"],
  ["/processes", "Processes"],
] as const;

export interface Shell {
  readonly title: string;
  /** Which of the places it belongs to. */
  readonly place: (typeof places)[number][0];
  readonly status: Status;
  /** What was just done, or why not. */
  readonly notice?: string | undefined;
  readonly body: Html;
  /** The page that is asked for what has changed. @default the overview, for the number of dead letters alone */
  readonly liveFrom?: string;
}

/** A page with its head: where one may go, and how many letters are dead. */
export function shell({ title, place, status, notice, body, liveFrom = "/" }: Shell): Html {
  const dead = status.lists.reduce((sum, { deadLetters }) => sum + deadLetters, 0);
  const badge =
    dead > 0 ? html`<span class="badge">${count(dead)}</span>` : html`<span hidden></span>`;
  return page(
    title,
    html`<a class="skip" href="#main">To the content</a>
      <header>
        <a class="brand" href="/"><img src="/icon.svg" alt="" width="22" height="22" />tgmem</a>
        <nav aria-label="Pages">
          ${places.map(
            ([href, name]) =>
              html`<a href="${href}" ${href === place ? html`aria-current="page"` : null}
                >${name}${
                  href === "/dead" ? html`<span id="dead-count" data-live>${badge}</span>` : null
                }</a
              >`,
          )}
        </nav>
        <p id="pulse" role="status" data-from="${liveFrom}"></p>
      </header>
      <main id="main">
        ${notice === undefined ? null : html`<p class="notice" role="status">${notice}</p>`} ${body}
      </main>`,
    html`<script src="/live.js" defer></script>`,
  );
}
