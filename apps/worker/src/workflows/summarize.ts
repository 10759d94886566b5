import type { JobRef, SummaryRequest } from "@tgmem/contracts";
import type { Memory, SummarizeResult } from "@tgmem/memory";
import { backoffMs, type Finisher, type LeaseKeeper } from "@tgmem/queue";
import { classify } from "./failure.ts";

export type SummarizeEvent =
  | {
      readonly type: "summarized";
      readonly userId: string;
      readonly status: SummarizeResult["status"];
      readonly reasons?: readonly string[];
      readonly ms: number;
    }
  | { readonly type: "erased"; readonly userId: string; readonly pending: boolean }
  | {
      readonly type: "failed";
      readonly userId: string;
      readonly attempt: number;
      readonly reason: string;
    };

export interface SummarizeDeps {
  readonly summaries: Finisher<SummaryRequest>;
  readonly leases: LeaseKeeper;
  readonly memory: Pick<Memory, "summarize" | "user">;
  /** How long a lease lasts: it covers the gap between two extensions. @default 25_000 */
  readonly leaseMs?: number;
  readonly now?: () => number;
  readonly onEvent?: (event: SummarizeEvent) => void;
}

/** The bounds of the pause before the archive is asked again: it may be out for an hour. */
const backoff = { baseMs: 5_000, maxMs: 3_600_000 };

/**
 * Makes the run of `memory-summarize-workflow`: it folds a person's pending turns into the summary, or finishes an
 * erasure. What cannot be done now is tried again later; a summary that never comes heals itself, because every later
 * commit is due.
 */
export function createSummarize({
  summaries,
  leases,
  memory,
  leaseMs = 25_000,
  now = Date.now,
  onEvent,
}: SummarizeDeps) {
  return async function summarize(
    { lane, id }: JobRef,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<void> {
    const job = await summaries.claim(lane, id, { leaseMs, signal });
    if (!job) return;
    const held = leases.hold(job.receipt);
    const cut = AbortSignal.any([signal, held.signal]);
    const { userId, forget } = job.body;
    let unfinished: string | undefined;
    try {
      unfinished = forget
        ? await erase(userId, forget.requestId, { signal: cut })
        : await fold(userId, { signal: cut });
    } catch (error) {
      if (held.lost) return;
      const { reason } = classify(error, job.attempt);
      unfinished = reason;
      onEvent?.({ type: "failed", userId, attempt: job.attempt, reason });
    } finally {
      held.release();
    }
    // No signal ends these calls: what is done would be done again, and what is not would wait for its lease.
    if (unfinished === undefined) await summaries.settle([job.receipt]);
    else {
      const delayMs = backoffMs(job.attempt, backoff);
      await summaries.retry([job.receipt], { delayMs, reason: unfinished });
    }
  };

  /** Resolves with the reason why it has to be tried again, or with nothing when it is done; so does `erase`. */
  async function fold(
    userId: string,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<string | undefined> {
    // A person who has said all there is to say makes no further commit that would be due.
    for (;;) {
      const startedAt = now();
      const result = await memory.summarize(userId, { signal });
      const { status } = result;
      const reasons = status === "rejected" ? { reasons: result.reasons } : {};
      onEvent?.({ type: "summarized", userId, status, ...reasons, ms: now() - startedAt });
      if (status === "deferred") return "the archive or the model could not be reached";
      if (status !== "applied" || !result.due) return undefined;
    }
  }

  async function erase(
    userId: string,
    requestId: string,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<string | undefined> {
    const { tiers } = await memory.user(userId).forget({ requestId, signal });
    const pending = tiers.some(({ status }) => status === "pending");
    onEvent?.({ type: "erased", userId, pending });
    return pending ? "the archive could not be erased" : undefined;
  }
}
