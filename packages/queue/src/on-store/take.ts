import { atLeast, checkCount } from "../arguments.ts";
import { withDeadline } from "../deadline.ts";
import type { Job, Taker } from "../queue.ts";
import type { Calls } from "./calls.ts";
import type { JobReader } from "./jobs.ts";
import type { Batch, LaneStore } from "./lane-store.ts";

/** A take that is on the wire at an abort has this long to answer; an answer that comes later is given back. */
const graceMs = 1_000;

interface Answer<T> {
  readonly batch: Batch;
  readonly jobs: readonly Job<T>[];
}

export function takeOn<T>(store: LaneStore, calls: Calls, read: JobReader<T>): Taker<T>["take"] {
  return async function take({ max, leaseMs, waitMs = 5_000, signal }) {
    calls.mustBeOpen();
    atLeast(1, { max, leaseMs });
    atLeast(0, { waitMs });
    checkCount("jobs", max);
    const end = performance.now() + waitMs;
    const stopped = () => signal?.aborted === true || calls.closed;
    while (!stopped()) {
      const answer = await ask(max, leaseMs, { signal });
      if (!answer) return [];
      const { batch, jobs } = answer;
      if (jobs.length > 0) return jobs;
      if (batch.entries.length + batch.passed > 0) continue; // There may be jobs behind what gave none.
      const ms = end - performance.now();
      // A store that was closed meanwhile wakes nobody any more.
      if (ms <= 0 || stopped()) return [];
      await store.idle(batch, { ms, signal });
      if (performance.now() >= end) return [];
    }
    return [];
  };

  /** Resolves with null after an abort or a close. Whatever an answer hands out that comes too late is given back. */
  async function ask(
    max: number,
    leaseMs: number,
    { signal }: { readonly signal: AbortSignal | undefined },
  ): Promise<Answer<T> | null> {
    const answer = takeAndRead(max, leaseMs);
    try {
      return await calls.within(answer, { signal }).catch((error: Error) => {
        if (!signal?.aborted) throw error;
        return withDeadline(answer, { ms: graceMs, late: () => error });
      });
    } catch (error) {
      void giveBack(answer);
      if (signal?.aborted || calls.closed) return null;
      throw error;
    }
  }

  async function takeAndRead(max: number, leaseMs: number): Promise<Answer<T>> {
    const batch = await store.take({ max, leaseMs });
    const jobs = await read(batch.entries);
    return { batch, jobs: jobs.filter((job) => job !== null) };
  }

  /** Puts back what was taken. When this fails too, the lease ends by itself. */
  async function giveBack(answer: Promise<Answer<T>>): Promise<void> {
    try {
      const { entries } = (await answer).batch;
      if (entries.length > 0) await store.finish(entries, { op: "defer", ms: 0, reason: "" });
    } catch {}
  }
}
