import type { ImportResult } from "@tgmem/memory";
import { counted } from "../counted.ts";
import { jsonOf } from "../files/json-of.ts";
import { readGiven, readNamed } from "../files/read-text.ts";
import { writeNewFile } from "../files/write-new-file.ts";
import type { System } from "../system/open-system.ts";
import { correctMemory, demandArchive, forgetChat, readMemory, refusalOf } from "./chat-memory.ts";
import { excerptLines, memoryLines } from "./print-memory.ts";

export interface MemoryDeps {
  readonly system: System;
  readonly json: boolean;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Shows what is remembered of a chat, the words of its people too. Resolves with the exit code, as all of these do. */
export async function showMemory(
  chat: string,
  { system, json, print, signal }: MemoryDeps,
): Promise<number> {
  const details = await readMemory(system, chat, { signal });
  print(json ? JSON.stringify(details) : memoryLines(details, system));
  return 0;
}

/** What `memory search` is asked for besides the words. */
interface Wanted {
  readonly maxWords?: number | undefined;
  readonly by?: keyof typeof sides | undefined;
}

const sides = { person: "user", bot: "assistant" } as const;

/** Prints what was said long ago that bears on these words, the oldest of it first; 1 = nothing does. */
export async function searchMemory(
  chat: string,
  query: string,
  { maxWords, by }: Wanted,
  { system, json, print, signal }: MemoryDeps,
): Promise<number> {
  const found = await system.memory
    .chat(chat)
    .search(query, { maxWords, side: by && sides[by], signal });
  if (json) print(JSON.stringify(found));
  else for (const line of excerptLines(found)) print(line);
  if (found.length === 0 && !json) print(`Nothing that was said in chat ${chat} bears on this.`);
  return found.length === 0 ? 1 : 0;
}

/** Writes all that is remembered of a chat into a new file, or prints it. */
export async function exportMemory(
  chat: string,
  file: string | undefined,
  { system, json, print, signal }: MemoryDeps,
): Promise<number> {
  await demandArchive(system, chat, { signal });
  const data = await system.memory.chat(chat).export({ signal });
  if (file === undefined) {
    print(JSON.stringify(data, null, json ? 0 : 2));
    return 0;
  }
  await writeNewFile(file, [`${JSON.stringify(data, null, 2)}\n`], { signal });
  const turns = data.turns.length;
  print(
    json
      ? JSON.stringify({ file, turns })
      : `Wrote chat ${chat} with ${counted(turns, "turn")} to ${file}.`,
  );
  return 0;
}

const refusals: Readonly<Record<Exclude<ImportResult["status"], "imported">, string>> = {
  not_empty: "something is remembered of it already: export that, then tgmem memory forget",
  off_record: "its person has asked that nothing be kept, by /pause",
  conflict: "somebody wrote to it meanwhile: import again, which goes on where this stopped",
  forgotten: "its person asked to be forgotten meanwhile",
};

/** Takes over an export. Rejects when it is none, or the chat does not take it. */
export async function importMemory(
  chat: string,
  file: string,
  { system, json, print, signal }: MemoryDeps,
): Promise<number> {
  const data = jsonOf(await readNamed(file));
  if (data === undefined)
    throw new Error(`${file} holds no JSON: give a file that tgmem memory export wrote.`);
  const { status } = await system.memory.chat(chat).import(data, { signal });
  if (status !== "imported")
    throw new Error(`Chat ${chat} took nothing over: ${refusals[status]}.`);
  print(json ? JSON.stringify({ status }) : `Chat ${chat} remembers what ${file} held.`);
  return 0;
}

/** Replaces the summary of a chat. Rejects when that was refused. */
export async function correctSummary(
  chat: string,
  text: string,
  { system, json, print, signal }: MemoryDeps,
): Promise<number> {
  const result = await correctMemory(system, chat, await readGiven(text), { signal });
  if (result.status !== "corrected")
    throw new Error(`The summary of chat ${chat} stays. ${refusalOf(result)}`);
  const { version } = result;
  print(json ? JSON.stringify(result) : `The summary of chat ${chat} is version ${version} now.`);
  return 0;
}

/** Erases what is remembered of a chat, what waits for an answer to it, and its dead letters; 1 = a tier could not be reached yet. */
export async function forgetMemory(
  chat: string,
  { system, json, print, signal }: MemoryDeps,
): Promise<number> {
  const { waiting, letters, tiers } = await forgetChat(system, chat, { signal });
  if (json) print(JSON.stringify({ waiting, letters, tiers }));
  else {
    for (const { tier, status } of tiers) print(`${tier}: ${status}`);
    print(
      `Dropped ${counted(waiting, "message")} that waited and ${counted(letters, "dead letter")}. The workers erase once more what was on its way.`,
    );
  }
  return tiers.some(({ status }) => status === "failed") ? 1 : 0;
}
