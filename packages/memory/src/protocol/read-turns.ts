import type { Turn } from "../turn.ts";
import type { MemoryState, TurnContent } from "../store.ts";

/** What a store found in the place of a turn. */
export type FoundTurn = {
  readonly seq: number;
  readonly atMs: number;
  readonly content: TurnContent | "newer" | null;
} | null;

/** Gives the turn, or null when it cannot be read. */
export function readTurn(found: FoundTurn): Turn | null {
  if (!found || found.content === null || found.content === "newer") return null;
  const { seq, atMs, content } = found;
  return { seq, atMs, ...content };
}

/** Gives the turns that can be read, counts the others, and says which of those a newer version wrote. */
export function readTurns(
  found: readonly FoundTurn[],
): Pick<MemoryState, "turns" | "unreadable" | "newerTurns"> {
  const turns = found.map(readTurn).filter((turn) => turn !== null);
  const unreadable = found.length - turns.length;
  const newerTurns = found.flatMap((one) => (one?.content === "newer" ? [one.seq] : []));
  return {
    turns,
    ...(unreadable > 0 && { unreadable }),
    ...(newerTurns.length > 0 && { newerTurns }),
  };
}
