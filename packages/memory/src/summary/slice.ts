import type { Turn } from "../memory.ts";

const charsOf = ({ user, assistant }: Turn): number => user.length + assistant.length;

/** Gives the oldest turns that hold `maxChars` UTF-16 units together at most; one turn at least, however long it is. */
export function sliceOf(turns: readonly Turn[], maxChars: number): readonly Turn[] {
  let chars = 0;
  const end = turns.findIndex((turn) => (chars += charsOf(turn)) > maxChars);
  return end < 0 ? turns : turns.slice(0, Math.max(1, end));
}
