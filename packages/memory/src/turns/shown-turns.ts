import type { Turn } from "../turn.ts";
import type { CheckedPolicy } from "../policy.ts";
import type { MemoryState } from "../store.ts";
import { inOrderOfBeginning } from "./began.ts";

/**
 * Chooses the turns that a prompt may show, in the order in which they were begun. With `fifo` these are the last ones,
 * and pending ones beyond them. With `since_summary` they begin at a fixed place, so that until the next summary turns
 * are only appended.
 */
export function shownTurns(
  turns: readonly Turn[],
  { seq, watermark }: Pick<MemoryState, "seq" | "watermark">,
  { prompt, window, promptTurns, overlap, summarized }: CheckedPolicy,
): readonly Turn[] {
  const readable = turns.filter(({ undone }) => !undone);
  if (!summarized) return inOrderOfBeginning(readable.slice(-window));
  if (prompt === "since_summary") {
    const since = readable.filter((turn) => turn.seq > watermark - overlap);
    return inOrderOfBeginning(since.slice(-promptTurns));
  }
  const most = Math.max(window, Math.min(seq - watermark, promptTurns));
  return inOrderOfBeginning(readable.slice(-most));
}
