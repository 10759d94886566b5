import type { Turn } from "../memory.ts";
import type { CheckedPolicy } from "../policy.ts";
import type { MemoryState } from "../store.ts";

/**
 * Chooses the turns that a prompt may show, the oldest one first. With `fifo` these are the last ones,
 * and pending ones beyond them. With `since_summary` they begin at a fixed place, so that until the next summary turns
 * are only appended.
 */
export function shownTurns(
  turns: readonly Turn[],
  { seq, watermark }: Pick<MemoryState, "seq" | "watermark">,
  { prompt, window, promptTurns, overlap, summarized }: CheckedPolicy,
): readonly Turn[] {
  if (!summarized) return turns.slice(-window);
  if (prompt === "since_summary") {
    const since = turns.filter((turn) => turn.seq > watermark - overlap);
    return since.slice(-promptTurns);
  }
  const most = Math.max(window, Math.min(seq - watermark, promptTurns));
  return turns.slice(-most);
}
