import type { JobRef, SummaryRequest } from "@tgmem/contracts";
import type { Memory, SummarizeResult } from "@tgmem/memory";
import { backoffMs, type Finisher, type LeaseKeeper } from "@tgmem/queue";
import { classify } from "./failure.ts";

/** What became of a person's summary, or of the erasure that they asked for; no event holds a text. */
export type SummarizeEvent =
  | {
      readonly type: "summarized";
      readonly chatId: string;
      readonly status: SummarizeResult["status"];
      readonly reasons?: readonly string[];
      readonly ms: number;
    }
  | { readonly type: "erased"; readonly chatId: string; readonly pending: boolean }
  | {
      readonly type: "failed";
      readonly chatId: string;
      readonly attempt: number;
      readonly reason: string;
    };

export interface SummarizeDeps {
  readonly summaries: Finisher<SummaryRequest>;
  readonly leases: LeaseKeeper;
  readonly memory: Pick<Memory, "summarize" | "chat">;
  /** How long a lease lasts: it covers the gap between two extensions. @default 25_000 */
  readonly leaseMs?: number;
  readonly now?: () => number;
  readonly onEvent?: (event: SummarizeEvent) => void;
}

/** Why a job has to be tried again. */
interface Unfinished {
  readonly reason: string;
  /** How long nobody has to be asked, in ms. */
  readonly retryAfterMs?: number;
}

/** The bounds of the pause before the archive is asked again: it may be out for an hour. */
const backoff = { baseMs: 5_000, maxMs: 3_600_000 };

/**
 * Makes the run of `memory-summarize-workflow`: it folds a chat's pending turns into the summary, or finishes an
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
    const { chatId, forget } = job.body;
    let unfinished: Unfinished | undefined;
    try {
      unfinished = forget
        ? await erase(chatId, forget.requestId, { signal: cut })
        : await fold(chatId, { signal: cut });
    } catch (error) {
      if (held.lost) return;
      const { reason } = classify(error, job.attempt);
      unfinished = { reason };
      onEvent?.({ type: "failed", chatId, attempt: job.attempt, reason });
    } finally {
      held.release();
    }
    // No signal ends these calls: what is done would be done again, and what is not would wait for its lease.
    if (unfinished === undefined) await summaries.settle([job.receipt]);
    else {
      const { reason, retryAfterMs = 0 } = unfinished;
      const delayMs = Math.max(retryAfterMs, backoffMs(job.attempt, backoff));
      await summaries.retry([job.receipt], { delayMs, reason });
    }
  };

  /** Resolves with why it has to be tried again, or with nothing when it is done; so does `erase`. */
  async function fold(
    chatId: string,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<Unfinished | undefined> {
    // A person who has said all there is to say makes no further commit that would be due.
    for (;;) {
      const startedAt = now();
      const result = await memory.summarize(chatId, { signal });
      const { status } = result;
      const reasons = status === "rejected" ? { reasons: result.reasons } : {};
      onEvent?.({ type: "summarized", chatId, status, ...reasons, ms: now() - startedAt });
      if (status === "deferred") {
        const { retryAfterMs = 0 } = result;
        return { reason: "the archive or the model could not be reached", retryAfterMs };
      }
      if (status !== "applied" || !result.due) return undefined;
    }
  }

  async function erase(
    chatId: string,
    requestId: string,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<Unfinished | undefined> {
    const { tiers } = await memory.chat(chatId).forget({ requestId, signal });
    const pending = tiers.some(({ status }) => status === "pending");
    onEvent?.({ type: "erased", chatId, pending });
    return pending ? { reason: "the archive could not be erased" } : undefined;
  }
}
