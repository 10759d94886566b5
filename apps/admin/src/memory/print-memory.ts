import type { Excerpt } from "@tgmem/memory";
import { counted } from "../counted.ts";
import { timeOf } from "../terminal/time-of.ts";
import type { System } from "../system/open-system.ts";
import type { ChatDetails } from "./chat-memory.ts";

interface Said {
  readonly atMs: number;
  readonly speaker?: { readonly name: string };
  readonly user: string;
  readonly assistant: string;
}

/** Writes a turn for a terminal; a side of which nothing is shown is left out. */
const turnLines = ({ atMs, speaker, user, assistant }: Said): readonly string[] => [
  ...(user === "" ? [] : [`${timeOf(atMs)}  ${speaker?.name ?? "person"}: ${user}`]),
  ...(assistant === ""
    ? []
    : [`${user === "" ? `${timeOf(atMs)}  ` : " ".repeat(18)}bot: ${assistant}`]),
];

/** Writes what was found of long ago for a terminal, the oldest one first. */
export const excerptLines = (found: readonly Excerpt[]): readonly string[] =>
  found.flatMap(turnLines);

/** Writes what is remembered of a chat for a terminal: the summary, then the turns, the oldest one first. */
export function memoryLines(
  { chat, summary, window, pending, isOffRecord }: ChatDetails,
  { archive }: Pick<System, "archive">,
): string {
  const none = `There is no summary${archive ? "" : " here; AIRTABLE_PAT is not set, so one that only Airtable has is not shown"}.`;
  const turns = window.flatMap(({ saidAtMs: atMs, ...said }) => turnLines({ atMs, ...said }));
  return [
    `Chat ${chat}: ${counted(window.length, "turn")} word for word, ${pending} waiting for a summary${isOffRecord ? ", off the record" : ""}.`,
    "",
    summary ?? none,
    ...(turns.length > 0 ? ["", ...turns] : []),
  ].join("\n");
}
