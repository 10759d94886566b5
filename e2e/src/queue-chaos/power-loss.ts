import { readFile, truncate } from "node:fs/promises";

/** What a power loss took of the log of Redis; each command is its words. */
export interface Loss {
  /** What had been carried out, and is forgotten. */
  readonly undone: readonly (readonly string[])[];
  /**
   * The beginning of the script in the middle of which the log ends. Redis carries it out after all, at a later start and in
   * the past of the log, unless the log is written anew before.
   */
  readonly half: readonly (readonly string[])[];
}

/** Cuts off the end of a log. */
export async function cutLog(file: string, bytes: number): Promise<Loss> {
  const log = await readFile(file, "latin1");
  const end = Math.max(0, log.length - bytes);
  await truncate(file, end);
  let block: string[][] = [];
  let isOpen = false;
  let isWhole = true;
  const undone: string[][] = [];
  let half: string[][] = [];
  for (const { words, till } of commandsOf(log)) {
    if (till > end && isWhole) {
      isWhole = false;
      half = isOpen ? [...block] : [];
    }
    if (words[0] === "MULTI") isOpen = true;
    else if (words[0] === "EXEC") isOpen = false;
    else block.push(words);
    if (isOpen) continue;
    if (!isWhole) undone.push(...block);
    block = [];
  }
  return { undone, half };
}

/** A kill may have stopped Redis in the middle of a command: that one is left out. */
function* commandsOf(log: string): Generator<{ words: string[]; till: number }> {
  let at = 0;
  function number(): number {
    const end = log.indexOf("\r\n", at);
    const read = end < 0 ? 0 : Number(log.slice(at + 1, end));
    at = end < 0 ? Infinity : end + 2;
    return read;
  }
  while (at < log.length) {
    const words: string[] = [];
    for (let left = number(); left > 0; left--) {
      const length = number();
      words.push(log.slice(at, at + length));
      at += length + 2;
    }
    if (at <= log.length) yield { words, till: at };
  }
}
