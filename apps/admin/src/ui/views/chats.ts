import type { ChatRow } from "../../chats/list-chats.ts";
import { count, counted } from "../../counted.ts";
import { ago, dollars } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { paging } from "./paging.ts";
import { table } from "./table.ts";

export interface ChatList {
  readonly chats: readonly ChatRow[];
  readonly total: number;
  /** Whether all chats were looked through: of very many only a part is. */
  readonly isComplete: boolean;
  /** How many come before these. */
  readonly offset: number;
  readonly limit: number;
}

/** Lists the chats of which something is remembered, the liveliest first. It shows no texts. */
export function chats(
  { chats: rows, total, isComplete, offset, limit }: ChatList,
  nowMs: number,
): Html {
  return html`<h1>Chats</h1>
    <div class="bar-of-tools">
      <p class="total">
        <b>${counted(total, "chat")}</b
        >${isComplete ? null : " at least: there are too many to count"}
      </p>
      <form class="find" method="get" action="/chats">
        <label for="chat">Chat</label>
        <input
          id="chat"
          name="chat"
          inputmode="numeric"
          autocomplete="off"
          placeholder="42"
          required
        />
        <button type="submit">Open</button>
      </form>
    </div>
    ${
      rows.length === 0
        ? html`<p class="empty">
            Nothing is remembered yet. Chats appear here with their first answer.
          </p>`
        : table(
            "Chats",
            [
              {
                title: "chat",
                cell: ({ chat, isOffRecord }) =>
                  html`<a href="/chats/${encodeURIComponent(chat)}">${chat}</a> ${
                      isOffRecord ? html`<span class="tag">off the record</span>` : null
                    }`,
              },
              {
                title: "last turn",
                cell: ({ lastAtMs }) => (lastAtMs === null ? "–" : ago(lastAtMs, nowMs)),
              },
              { title: "turns", cell: ({ turns }) => count(turns), isNumber: true },
              { title: "not summarized", cell: ({ pending }) => count(pending), isNumber: true },
              { title: "summary", cell: ({ hasSummary }) => (hasSummary ? "yes" : "–") },
              { title: "cost", cell: ({ usage }) => dollars(usage.cost), isNumber: true },
            ],
            rows,
          )
    }
    ${paging({
      newer: offset > 0 ? `/chats?offset=${Math.max(0, offset - limit)}` : null,
      older:
        offset + rows.length < total && rows.length > 0 ? `/chats?offset=${offset + limit}` : null,
    })}`;
}
