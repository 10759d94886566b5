import { randomBytes } from "node:crypto";

/** A message of a chat as answers and prompts name it: the number in its chat, with an `e` once it was edited. */
export type Name = string;

/** A made-up word of this run, in everything that anybody says and in nothing else, so that a leak is found. */
export const newMark = () =>
  `zan${[...randomBytes(6)].map((byte) => "bdfgklmnprst".charAt(byte % 12)).join("")}`;

/** What somebody says: its first word names it, and a phone number stands in it. */
export const textOf = (mark: string, chat: string, name: Name) =>
  `${tokenOf(mark, chat, name)} likes bees and honey, phone ${phoneOf(chat)}`;

export const phoneOf = (chat: string) => `+4915112${chat.replace(/\D/g, "")}77`;

/** What stands in a text of this name, edited or not where the name is a number; one word, because summaries have room for 300. */
export const tokenOf = (mark: string, chat: string, name: Name | number) =>
  `${mark}_${chat.replace("-", "g")}_${name}`;

const token = /zan[a-z]{6}_g?\d+_(\d+e?)/g;

/** Finds the messages that a text names, in its order. */
export const namesIn = (text: string): Name[] =>
  [...text.matchAll(token)].map(([, name = ""]) => name);

export const indexOf = (name: Name) => Number.parseInt(name, 10);

interface Message {
  readonly role: string;
  readonly content: string;
}

/** What memory quotes of long ago before the message that is asked. */
const block = /^<recalled>[\s\S]*?<\/recalled>\s*/u;

/** What the model says: which message it answers, which turns it was shown, what the summary names, and what is quoted of long ago. */
export function heard(messages: readonly Message[]): string {
  const users = messages.filter(({ role }) => role === "user").map(({ content }) => content);
  const last = users.at(-1) ?? "";
  const asked = last.replace(block, "");
  const recalled = [...new Set(namesIn(block.exec(last)?.[0] ?? ""))];
  const turns = users.slice(0, -1).flatMap((content) => namesIn(content).slice(0, 1));
  const summary = namesIn(messages.find(({ role }) => role === "system")?.content ?? "");
  const [whole = "nothing"] = asked.match(token) ?? [];
  return `Heard ${whole} after ${turns.join(" ") || "none"} and remember ${summary.join(" ") || "none"} and recall ${recalled.join(" ") || "none"} over`;
}

/** An answer as it is read in its chat. */
export interface Answer {
  readonly name: Name;
  readonly turns: readonly Name[];
  readonly summary: readonly Name[];
  readonly recalled: readonly Name[];
}

const answer =
  /^Heard zan[a-z]{6}_g?\d+_(\d+e?) after ([\de ]+|none) and remember ([\de ]+|none) and recall ([\de ]+|none) over$/;
const list = (names: string) => (names === "none" ? [] : names.split(" "));

/** Reads an answer; null for any other text, also for a part of one. */
export function answerIn(text: string): Answer | null {
  const [, name, turns = "", summary = "", recalled = ""] = answer.exec(text) ?? [];
  if (name === undefined) return null;
  return { name, turns: list(turns), summary: list(summary), recalled: list(recalled) };
}
