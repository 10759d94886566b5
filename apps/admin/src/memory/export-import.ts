import { readFile, writeFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import type { ImportResult } from "@tgmem/memory";
import type { System } from "../system/open-system.ts";
import { demandArchive } from "./chat-memory.ts";

interface Given {
  readonly json?: boolean | undefined;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Writes all that is remembered of a chat into a new file, or prints it. */
export async function exportMemory(
  system: System,
  chat: string,
  { file, json, print, signal }: Given & { readonly file: string | undefined },
): Promise<number> {
  await demandArchive(system, chat, { signal });
  const data = await system.memory.chat(chat).export({ signal });
  if (file === undefined) {
    print(JSON.stringify(data, null, json ? 0 : 2));
    return 0;
  }
  await writeFile(file, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  const turns = data.turns.length;
  print(
    json ? JSON.stringify({ file, turns }) : `Wrote chat ${chat} with ${turns} turns to ${file}.`,
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
  system: System,
  chat: string,
  { file, json, print, signal }: Given & { readonly file: string },
): Promise<number> {
  const text = file === "-" ? await readAll(process.stdin) : await readFile(file, "utf8");
  const { status } = await system.memory.chat(chat).import(parsed(text, file), { signal });
  if (status !== "imported")
    throw new Error(`Chat ${chat} took nothing over: ${refusals[status]}.`);
  print(json ? JSON.stringify({ status }) : `Chat ${chat} remembers what ${file} held.`);
  return 0;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The message of the parser quotes the text.
    throw new Error(`${file} holds no JSON: give a file that tgmem memory export wrote.`);
  }
}
