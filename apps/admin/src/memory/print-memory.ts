import { timeOf } from "../time-of.ts";
import type { ChatDetails } from "./chat-memory.ts";

/** Writes what is remembered of a chat for a terminal: the summary, then the turns, the oldest one first. */
export function memoryLines({ chat, summary, window, pending, isOffRecord }: ChatDetails): string {
  const turns = window.flatMap(({ saidAtMs, speaker, user, assistant }) => [
    `${timeOf(saidAtMs)}  ${speaker?.name ?? "person"}: ${user}`,
    `${" ".repeat(18)}bot: ${assistant}`,
  ]);
  return [
    `Chat ${chat}: ${window.length} turns word for word, ${pending} wait for a summary${isOffRecord ? ", off the record" : ""}.`,
    "",
    summary ?? "There is no summary.",
    ...(turns.length > 0 ? ["", ...turns] : []),
  ].join("\n");
}
