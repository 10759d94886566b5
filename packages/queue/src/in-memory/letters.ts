import type { QueueRules } from "../arguments.ts";
import type { DeadLetter } from "../queue.ts";
import type { LanesState } from "./lanes-state.ts";

export type LetterRules = Pick<QueueRules, "maxDeadLetters" | "deadLetterTtlMs">;

/** The most old letters that go when a new one comes. */
const dropsPerBurial = 10;

export function keepLetter(
  state: LanesState,
  letter: Omit<DeadLetter, "number">,
  { maxDeadLetters, deadLetterTtlMs }: LetterRules,
): void {
  const { dead } = state;
  dead.push({ number: ++state.buried, ...letter });
  dead.splice(0, dead.length - maxDeadLetters);
  if (deadLetterTtlMs === 0) return;
  const till = letter.buriedAtMs - deadLetterTtlMs;
  const young = dead.findIndex(({ buriedAtMs }) => buriedAtMs > till);
  dead.splice(0, Math.min(young < 0 ? dead.length : young, dropsPerBurial));
}

export function acknowledgeLetters(state: LanesState, through: number): void {
  state.acknowledged = Math.max(state.acknowledged, Math.min(through, state.buried));
}

/** Takes out the letters of which it is true, and gives them in their order. */
export function removeLetters(
  { dead }: LanesState,
  isMeant: (letter: DeadLetter) => boolean,
): readonly DeadLetter[] {
  const removed = dead.filter(isMeant);
  const left = dead.filter((letter) => !isMeant(letter));
  dead.splice(0, dead.length, ...left);
  return removed;
}
