import type { JobRef, SummaryRequest } from "@tgmem/contracts";
import type { Memory, SummarizeResult } from "@tgmem/memory";
import { backoffMs, type Finisher, type LeaseKeeper, type Taker } from "@tgmem/queue";
import { reasonOf } from "./cause.ts";

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
  readonly summaries: Finisher<SummaryRequest> & Pick<Taker<SummaryRequest>, "defer">;
  readonly leases: LeaseKeeper;
  readonly memory: Pick<Memory, "summarize" | "chat">;
  /** How long a lease lasts: it covers the gap between two extensions. @default 25_000 */
  readonly leaseMs?: number;
  readonly now?: () => number;
  readonly onEvent?: (event: SummarizeEvent) => void;
}

/** What becomes of a request. A deferred one counts no attempt. */
type End =
  | { readonly action: "settle" }
  | { readonly action: "defer"; readonly delayMs: number }
  | { readonly action: "retry"; readonly reason: string }
  /** It is deferred while the request is younger than a day, and then an attempt. */
  | { readonly action: "wait"; readonly reason: string };

/** The bounds of the pause after an attempt that counts. */
const backoff = { baseMs: 5_000, maxMs: 3_600_000 };
/** The pause before somebody is asked again who was away or turned us away, of which memory may make a longer one. */
const awayMs = () => backoffMs(1, { baseMs: 60_000 });
/** A wrong key or an empty account costs no attempt for so long, as no other outage does: somebody has to see it first. */
const patienceMs = 86_400_000;

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
    let end: End;
    try {
      end = forget
        ? await erase(chatId, forget, { signal: cut })
        : await fold(chatId, { dueSinceMs: job.pushedAtMs, signal: cut });
    } catch (error) {
      if (held.lost) return;
      const reason = reasonOf(error);
      end = { action: "retry", reason };
      onEvent?.({ type: "failed", chatId, attempt: job.attempt, reason });
    } finally {
      held.release();
    }
    // No signal ends these calls: what is done would be done again, and what is not would wait for its lease.
    const receipts = [job.receipt];
    const isPatient = now() - (job.pushedAtMs ?? 0) < patienceMs;
    if (end.action === "settle") await summaries.settle(receipts);
    else if (end.action === "defer") await summaries.defer(receipts, { delayMs: end.delayMs });
    else if (end.action === "wait" && isPatient)
      await summaries.defer(receipts, { delayMs: awayMs() });
    else
      await summaries.retry(receipts, {
        delayMs: backoffMs(job.attempt, backoff),
        reason: end.reason,
      });
  };

  async function fold(
    chatId: string,
    {
      dueSinceMs,
      signal,
    }: { readonly dueSinceMs: number | undefined; readonly signal: AbortSignal },
  ): Promise<End> {
    // A person who has said all there is to say makes no further commit that would be due.
    for (let sinceMs = dueSinceMs; ; sinceMs = undefined) {
      const startedAt = now();
      const result = await memory.summarize(chatId, { dueSinceMs: sinceMs, signal });
      const { status } = result;
      const reasons = status === "rejected" ? { reasons: result.reasons } : {};
      onEvent?.({ type: "summarized", chatId, status, ...reasons, ms: now() - startedAt });
      // What waits for its moment, or for somebody who is away, is no attempt: an outage may last for days.
      if (status === "deferred")
        return { action: "defer", delayMs: result.retryAfterMs ?? awayMs() };
      if (status === "rejected" && result.retryAfterMs !== undefined)
        return { action: "defer", delayMs: result.retryAfterMs };
      // A wrong key or an empty account refuses, too, and whoever says no more makes no commit that would ask anew.
      if (status === "failed") return { action: "wait", reason: `the ${result.by} refused` };
      if (status !== "applied" || !result.due) return { action: "settle" };
    }
  }

  async function erase(
    chatId: string,
    { requestId, againAtMs = 0 }: NonNullable<SummaryRequest["forget"]>,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<End> {
    const { tiers } = await memory.chat(chatId).forget({ requestId, signal });
    const pending = tiers.some(({ status }) => status === "pending");
    onEvent?.({ type: "erased", chatId, pending });
    if (pending) return { action: "wait", reason: "the archive could not be erased" };
    // A summary that was being made before may reach the archive until then, if its worker dies right after.
    const delayMs = againAtMs - now();
    return delayMs > 0 ? { action: "defer", delayMs } : { action: "settle" };
  }
}
