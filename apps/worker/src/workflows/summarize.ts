import type { JobRef, SummaryRequest } from "@tgmem/contracts";
import type { Memory, SummarizeResult } from "@tgmem/memory";
import type { Finisher, LeaseKeeper } from "@tgmem/queue";
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
  /** @default 25_000 */
  readonly leaseMs?: number;
  readonly now?: () => number;
  readonly onEvent?: (event: SummarizeEvent) => void;
}

/** Rests before the archive is asked again: it may be out for an hour. */
const mostDelayMs = 3_600_000;

/**
 * One run of `memory-summarize-workflow`: folds a person's pending turns into the summary, or finishes an erasure. What
 * cannot be done now is tried again later; a summary that never comes heals itself, because every later commit is due.
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
    const job = await summaries.claim(lane, id, { leaseMs });
    if (!job) return;
    const held = leases.hold(job.receipt);
    const cut = AbortSignal.any([signal, held.signal]);
    const { userId, forget } = job.body;
    let wait: string | undefined;
    try {
      wait = forget ? await erase(userId, forget.requestId, cut) : await fold(userId, cut);
    } catch (error) {
      if (held.lost) return;
      wait = classify(error, job.attempt).reason;
      onEvent?.({ type: "failed", userId, attempt: job.attempt, reason: wait });
    } finally {
      held.release();
    }
    if (wait === undefined) await summaries.settle([job.receipt]);
    else {
      const delayMs = Math.min(mostDelayMs, 5_000 * 2 ** (job.attempt - 1));
      await summaries.retry([job.receipt], { delayMs, reason: wait });
    }
  };

  /** Each answers why the job has to wait, or nothing when it is done. */
  async function fold(userId: string, signal: AbortSignal): Promise<string | undefined> {
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
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const { tiers } = await memory.user(userId).forget({ requestId, signal });
    const pending = tiers.some(({ status }) => status === "pending");
    onEvent?.({ type: "erased", userId, pending });
    return pending ? "the archive could not be erased" : undefined;
  }
}
