import type { DeadLetter, DeadLetters } from "@tgmem/queue";
import { counted } from "../counted.ts";
import { ageOf } from "../terminal/age-of.ts";
import { table } from "../terminal/table.ts";
import { timeOf } from "../terminal/time-of.ts";

export interface DeadDeps {
  readonly letters: Pick<
    DeadLetters,
    "deadLetters" | "deadLetter" | "replay" | "discard" | "purge"
  >;
  /** The name of the list. */
  readonly list: string;
  readonly json: boolean;
  readonly print: (line: string) => void;
  /** Asks whether something may be dropped for good. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The numbers of dead letters, or all of them. */
export type Meant = readonly number[] | "all";

const page = 1_000;

/** Lists dead letters, page by page, without what people wrote. Resolves with the exit code, as all of these do. */
export async function listLetters(
  { after, limit }: { readonly after: number; readonly limit: number },
  { letters, list, json, print, width }: DeadDeps,
): Promise<number> {
  const some = await letters.deadLetters({ after, limit });
  if (json) print(JSON.stringify(some.map(withoutBody)));
  else if (some.length === 0) print(`There are no dead letters on ${list}.`);
  else {
    const heading = ["no.", "buried", "lane", "tries", "reason", "id"];
    const rows = some.map(({ number, buriedAtMs, lane, attempts, id, reason }) => [
      String(number),
      timeOf(buriedAtMs),
      lane,
      String(attempts),
      reason,
      id,
    ]);
    print(table([heading, ...rows], { width, left: heading.length }).trimEnd());
    const last = some.at(-1);
    if (some.length === limit && last) print(`More: --after ${last.number}`);
  }
  return 0;
}

/** Shows one dead letter; 1 = there is none of this number. Only `body` prints what a person wrote. */
export async function showLetter(
  number: number,
  { body }: { readonly body: boolean },
  { letters, list, json, print }: DeadDeps,
): Promise<number> {
  const letter = await letters.deadLetter(number);
  if (!letter)
    throw new Error(`There is no dead letter ${number} on ${list}: see tgmem dead list ${list}.`);
  const shown = { ...withoutBody(letter), ...(body && { body: letter.body }) };
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

/** Puts dead letters on their list again; 1 = none was found. */
export async function replayLetters(
  meant: Meant,
  { letters, list, json, print }: DeadDeps,
): Promise<number> {
  const replayed = await letters.replay(await numbersOf(meant, letters));
  print(
    json
      ? JSON.stringify({ replayed })
      : `${counted(replayed, "dead letter")} of ${list} will be tried again.`,
  );
  return replayed > 0 ? 0 : 1;
}

/** Drops dead letters for good; 1 = none was found, or it was not confirmed. Rejects when there are none at all. */
export async function dropLetters(
  meant: Meant,
  { letters, list, json, print, confirm }: DeadDeps,
): Promise<number> {
  const all = await numbersOf(meant, letters);
  if (all.length === 0) throw new Error(`There are no dead letters on ${list}.`);
  if (!(await confirm(`Drop ${counted(all.length, "dead letter")} of ${list} for good?`))) return 1;
  const dropped = await letters.discard(all);
  print(
    json ? JSON.stringify({ dropped }) : `Dropped ${counted(dropped, "dead letter")} of ${list}.`,
  );
  return dropped > 0 ? 0 : 1;
}

/** Drops old dead letters for good; 1 = it was not confirmed. */
export async function purgeLetters(
  { olderThanMs }: { readonly olderThanMs: number },
  { letters, list, json, print, confirm }: DeadDeps,
): Promise<number> {
  const question = `Drop the dead letters of ${list} that are older than ${ageOf(olderThanMs)} for good?`;
  if (!(await confirm(question))) return 1;
  const dropped = await letters.purge({ olderThanMs });
  print(
    json ? JSON.stringify({ dropped }) : `Dropped ${counted(dropped, "dead letter")} of ${list}.`,
  );
  return 0;
}

async function numbersOf(
  meant: Meant,
  letters: Pick<DeadLetters, "deadLetters">,
): Promise<readonly number[]> {
  if (meant !== "all") return meant;
  const all: number[] = [];
  for (let after = 0; ; after = all.at(-1) ?? 0) {
    const some = await letters.deadLetters({ after, limit: page });
    all.push(...some.map(({ number }) => number));
    if (some.length < page) return all;
  }
}

function withoutBody(letter: DeadLetter): Omit<DeadLetter, "body"> {
  const { number, id, lane, attempts, reason, buriedAtMs, pushedAtMs } = letter;
  return { number, id, lane, attempts, reason, ...(pushedAtMs && { pushedAtMs }), buriedAtMs };
}
