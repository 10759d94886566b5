import { counted } from "../counted.ts";
import { timeOf } from "../terminal/time-of.ts";
import type { System } from "../system/open-system.ts";
import type { ChatDetails } from "./chat-memory.ts";

/** Writes what is remembered of a chat for a terminal: the summary, then the turns, the oldest one first. */
export function memoryLines(
  { chat, summary, window, pending, isOffRecord }: ChatDetails,
  { archive }: Pick<System, "archive">,
): string {
  const none = `There is no summary${archive ? "" : " here; AIRTABLE_PAT is not set, so one that only Airtable has is not shown"}.`;
  const turns = window.flatMap(({ saidAtMs, speaker, user, assistant }) => [
    `${timeOf(saidAtMs)}  ${speaker?.name ?? "person"}: ${user}`,
    `${" ".repeat(18)}bot: ${assistant}`,
  ]);
  return [
    `Chat ${chat}: ${counted(window.length, "turn")} word for word, ${pending} waiting for a summary${isOffRecord ? ", off the record" : ""}.`,
    "",
    summary ?? none,
    ...(turns.length > 0 ? ["", ...turns] : []),
  ].join("\n");
}
