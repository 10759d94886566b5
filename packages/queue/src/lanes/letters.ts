import type { QueueRules } from "../arguments.ts";
import type { DeadLetter } from "../queue.ts";
import type { LaneTables, SomeLetters } from "./lane-tables.ts";

export type LetterRules = Pick<QueueRules, "maxDeadLetters" | "deadLetterTtlMs">;

/** The most old letters that go when a new one comes. */
const dropsPerBurial = 10;

export function keepLetter(
  tables: LaneTables,
  letter: Omit<DeadLetter, "number">,
  { maxDeadLetters, deadLetterTtlMs }: LetterRules,
): void {
  tables.addLetter(letter);
  const tooMany = tables.letterCount() - maxDeadLetters;
  if (tooMany > 0) dropLetters(tables, { most: tooMany });
  if (deadLetterTtlMs > 0)
    dropLetters(tables, { till: letter.buriedAtMs - deadLetterTtlMs, most: dropsPerBurial });
}

/** Resolves with how many there were. */
export function dropLetters(tables: LaneTables, which: SomeLetters): number {
  const numbers = tables.letterNumbers(which);
  for (const number of numbers) tables.dropLetter(number);
  return numbers.length;
}
