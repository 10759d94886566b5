import { counted } from "../counted.ts";
import { table } from "../terminal/table.ts";
import { timeOf } from "../terminal/time-of.ts";
import type { ChatList } from "./list-chats.ts";

/** Writes a page of chats for a terminal. */
export function chatLines(
  { chats, total, isComplete }: ChatList,
  { offset, width }: { readonly offset: number; readonly width: number },
): string {
  if (total === 0) return "Nothing is remembered of any chat.";
  const heading = ["chat", "last turn", "turns", "kept", "waiting", "summary", "cost $"];
  const rows = chats.map((row) => [
    row.chat,
    `${row.lastAtMs === null ? "" : timeOf(row.lastAtMs)}${row.isOffRecord ? " (off the record)" : ""}`,
    String(row.turns),
    String(row.kept),
    String(row.pending),
    row.hasSummary ? "yes" : "no",
    row.usage.cost.toFixed(4),
  ]);
  const more = isComplete ? "" : "; there are more than were looked at";
  const next = offset + chats.length;
  const hint = next < total && chats.length > 0 ? ` More: --offset ${next}` : "";
  return `${table([heading, ...rows], { width, left: 2 })}${chats.length} of ${counted(total, "chat")}${more}.${hint}`;
}
