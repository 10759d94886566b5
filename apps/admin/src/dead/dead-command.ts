import type { DeadLetter, DeadLetters } from "@tgmem/queue";
import { numberOf } from "../number-of.ts";
import { table } from "../table.ts";
import { timeOf } from "../time-of.ts";

/** What an operator asks of the dead letters of a list. */
export interface DeadArguments {
  readonly after?: string | undefined;
  readonly limit?: string | undefined;
  readonly "older-than"?: string | undefined;
  readonly body?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly yes?: boolean | undefined;
}

export interface DeadDeps {
  readonly letters: Pick<
    DeadLetters,
    "deadLetters" | "deadLetter" | "replay" | "discard" | "purge"
  >;
  /** The name of the list. */
  readonly list: string;
  readonly print: (line: string) => void;
  /** Asks whether something may be dropped for good. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** Columns of the terminal. */
  readonly width: number;
}

const page = 1_000;

/**
 * Runs `tgmem dead`: lists, shows, retries, discards or purges dead letters. Resolves with the exit code: 0 = done, 1 = there
 * is no such letter, or it was not confirmed. Nothing but `show --body` prints what a person wrote.
 */
export async function deadCommand(
  action: string | undefined,
  numbers: readonly string[],
  given: DeadArguments,
  deps: DeadDeps,
): Promise<number> {
  const { letters, list, print } = deps;
  switch (action) {
    case "list":
      return listLetters(given, deps);
    case "show":
      return showLetter(numberOf(numbers[0]), given, deps);
    case "retry": {
      const found = await letters.replay(await meant(numbers, letters));
      print(`${counted(found)} of ${list} will be tried again.`);
      return found > 0 ? 0 : 1;
    }
    case "discard": {
      const all = await meant(numbers, letters);
      if (!(await isConfirmed(`Drop ${counted(all.length)} of ${list} for good?`, given, deps)))
        return 1;
      const found = await letters.discard(all);
      print(`Dropped ${counted(found)} of ${list}.`);
      return found > 0 ? 0 : 1;
    }
    case "purge": {
      const olderThan = given["older-than"];
      const olderThanMs = ageOf(olderThan);
      const question = `Drop the dead letters of ${list} that are older than ${olderThan} for good?`;
      if (!(await isConfirmed(question, given, deps))) return 1;
      print(`Dropped ${counted(await letters.purge({ olderThanMs }))} of ${list}.`);
      return 0;
    }
    default:
      throw new Error("What? tgmem dead list|show|retry|discard|purge LIST …");
  }
}

async function listLetters(
  { after = "0", limit = "20", json = false }: DeadArguments,
  { letters, list, print, width }: DeadDeps,
): Promise<number> {
  const some = await letters.deadLetters({ after: Number(after), limit: numberOf(limit) });
  if (json) print(JSON.stringify(some.map(withoutBody)));
  else if (some.length === 0) print(`There are no dead letters on ${list}.`);
  else {
    const heading = ["number", "buried", "lane", "attempts", "id", "reason"];
    const rows = some.map(({ number, buriedAtMs, lane, attempts, id, reason }) => [
      String(number),
      timeOf(buriedAtMs),
      lane,
      String(attempts),
      id,
      reason,
    ]);
    print(table([heading, ...rows], { width, left: heading.length }).trimEnd());
    const last = some.at(-1);
    if (some.length === Number(limit) && last) print(`More: --after ${last.number}`);
  }
  return 0;
}

async function showLetter(
  number: number,
  { body = false, json = false }: DeadArguments,
  { letters, list, print }: DeadDeps,
): Promise<number> {
  const letter = await letters.deadLetter(number);
  if (!letter) {
    print(`There is no dead letter ${number} on ${list}.`);
    return 1;
  }
  const shown = body ? letter : withoutBody(letter);
  if (json) print(JSON.stringify(shown));
  else {
    const lines = Object.entries(shown).map(([name, value]) =>
      name.endsWith("AtMs")
        ? [name.slice(0, -"AtMs".length), timeOf(Number(value))]
        : [name, String(value)],
    );
    print(table(lines, { left: 2 }).trimEnd());
  }
  return 0;
}

const isConfirmed = async (
  question: string,
  { yes = false }: DeadArguments,
  { confirm }: DeadDeps,
): Promise<boolean> => yes || confirm(question);

/** The numbers that were named, or those of all letters. */
async function meant(
  numbers: readonly string[],
  letters: Pick<DeadLetters, "deadLetters">,
): Promise<readonly number[]> {
  if (numbers.length !== 1 || numbers[0] !== "all") return numbers.map(numberOf);
  const all: number[] = [];
  for (let after = 0; ; after = all.at(-1) ?? 0) {
    const some = await letters.deadLetters({ after, limit: page });
    all.push(...some.map(({ number }) => number));
    if (some.length < page) return all;
  }
}

const unitsMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads an age such as `30m`, `12h` or `7d`, in ms. */
function ageOf(text: string | undefined): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text ?? "") ?? [];
  if (count === undefined || unit === undefined)
    throw new Error(`--older-than is wrong: expected 30m, 12h or 7d, got \`${text ?? ""}\`.`);
  return Number(count) * (unitsMs[unit] ?? 0);
}

function withoutBody(letter: DeadLetter): Omit<DeadLetter, "body"> {
  const { number, id, lane, attempts, reason, buriedAtMs, pushedAtMs } = letter;
  return { number, id, lane, attempts, reason, ...(pushedAtMs && { pushedAtMs }), buriedAtMs };
}

const counted = (count: number): string =>
  count === 1 ? "1 dead letter" : `${count} dead letters`;
