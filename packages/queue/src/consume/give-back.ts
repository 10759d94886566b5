import { withDeadline } from "../deadline.ts";
import type { Job, Taker } from "../queue.ts";

const giveBackMs = 1_000;

/** A stop must not wait for a store that is away: then the leases end by themselves. */
export async function giveBack<T>(queue: Taker<T>, jobs: readonly Job<T>[]): Promise<void> {
  if (jobs.length === 0) return;
  const receipts = jobs.map(({ receipt }) => receipt);
  const given = queue.defer(receipts, { delayMs: 0 });
  await withDeadline(given, { ms: giveBackMs, late: () => new Error("No answer.") });
}
