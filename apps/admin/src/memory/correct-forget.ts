import { text as readAll } from "node:stream/consumers";
import type { CorrectResult } from "@tgmem/memory";
import type { System } from "../system/open-system.ts";
import { correctMemory, forgetChat } from "./chat-memory.ts";

interface Given {
  readonly json?: boolean | undefined;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Replaces the summary of a chat. Rejects when that was refused. */
export async function correctCommand(
  system: System,
  chat: string,
  text: string,
  { json, print, signal }: Given,
): Promise<number> {
  const words = text === "-" ? await readAll(process.stdin) : text;
  const result = await correctMemory(system, chat, words, { signal });
  if (result.status !== "corrected")
    throw new Error(`The summary of chat ${chat} stays: ${refusalOf(result)}.`);
  print(
    json ? JSON.stringify(result) : `The summary of chat ${chat} is version ${result.version} now.`,
  );
  return 0;
}

function refusalOf(result: Exclude<CorrectResult, { readonly status: "corrected" }>): string {
  if (result.status === "too_long")
    return `it would have ${result.words} words, and may have ${result.maxWords}`;
  if (result.status === "conflict") return "somebody else changed it meanwhile, so try again";
  return "its person asked to be forgotten meanwhile";
}

/** Erases what is remembered of a chat, and its dead letters; 1 = a tier could not be reached yet. */
export async function forgetCommand(
  system: System,
  chat: string,
  { json, print, signal }: Given,
): Promise<number> {
  const { letters, tiers } = await forgetChat(system, chat, { signal });
  const failed = tiers.filter(({ status }) => status === "failed");
  if (json) print(JSON.stringify({ letters, tiers }));
  else {
    for (const { tier, status } of tiers) print(`${tier}: ${status}`);
    print(`Dropped ${letters} dead letters. The workers erase once more what was on its way.`);
  }
  return failed.length > 0 ? 1 : 0;
}
