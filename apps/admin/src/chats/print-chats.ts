import { table } from "../table.ts";
import { timeOf } from "../time-of.ts";
import type { ChatList } from "./list-chats.ts";

/** Writes a page of chats for a terminal. */
export function chatLines({ chats, total, isComplete }: ChatList, width: number): string {
  if (total === 0) return "Nothing is remembered of any chat.";
  const heading = ["chat", "turns", "kept", "waiting", "summary", "cost $", "last turn"];
  const rows = chats.map((row) => [
    row.chat,
    String(row.turns),
    String(row.kept),
    String(row.pending),
    row.hasSummary ? "yes" : "no",
    row.usage.cost.toFixed(4),
    `${row.lastAtMs === null ? "" : timeOf(row.lastAtMs)}${row.isOffRecord ? " (off the record)" : ""}`,
  ]);
  const more = isComplete ? "" : "; there are more than were looked at";
  return `${table([heading, ...rows], { width })}${chats.length} of ${total} chats${more}.`;
}
