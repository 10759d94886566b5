import type { Turn } from "../turn.ts";
import { inOrderOfBeginning } from "../turns/began.ts";

const charsOf = ({ user, assistant }: Turn): number => user.length + assistant.length;

/** The oldest turns of those that wait for a summary. */
export interface Slice {
  /** What is summarized, in the order in which it was begun: turns that were undone hold nothing, and are left out. */
  readonly said: readonly Turn[];
  /** The number of the last turn that is covered, which may be one that was undone. */
  readonly to: number;
  /** The turns behind the slice. */
  readonly rest: readonly Turn[];
}

/**
 * Cuts off the oldest turns that hold `maxChars` UTF-16 units together at most, and are `maxTurns` at most; one turn at
 * least, however long it is. Gives null when nothing is left that could be summarized.
 */
export function sliceOf(
  turns: readonly Turn[],
  { maxChars, maxTurns = Infinity }: { readonly maxChars: number; readonly maxTurns?: number },
): Slice | null {
  let chars = 0;
  let count = 0;
  const end = turns.findIndex((turn) => {
    if (turn.undone) return false;
    chars += charsOf(turn);
    return ++count > 1 && (chars > maxChars || count > maxTurns);
  });
  const taken = end < 0 ? turns : turns.slice(0, end);
  const last = taken.at(-1);
  const said = inOrderOfBeginning(taken.filter(({ undone }) => !undone));
  return last && said.length > 0 ? { said, to: last.seq, rest: turns.slice(taken.length) } : null;
}
