import type { InboundMessage, JobRef } from "@tgmem/contracts";
import type { Finisher, Job } from "@tgmem/queue";
import { classify } from "./failure.ts";
import type { Leases } from "./leases.ts";

export type ChatEvent =
  | { readonly type: "answered"; readonly id: string; readonly attempt: number; readonly ms: number }
  | { readonly type: "failed"; readonly id: string; readonly attempt: number; readonly then: "retry" | "bury"; readonly reason: string }
  | { readonly type: "given_up"; readonly id: string; readonly why: "lease lost" | "stopping" | "not mine" };

export interface ChatDeps {
  readonly inbound: Finisher<InboundMessage>;
  readonly leases: Leases;
  readonly reply: (jobId: string, message: InboundMessage, signal: AbortSignal) => Promise<void>;
  /** Called when a message has finally failed. */
  readonly buried: () => Promise<void>;
  /** Aborted when the process stops: then no further message is begun. */
  readonly stopping: AbortSignal;
  /** Covers the gap between two extensions. @default 25_000 */
  readonly leaseMs?: number;
  /** Bounds of one run: a backlog of a chat costs the engine one run instead of many. @default 10 messages, 20_000 ms */
  readonly maxMessages?: number;
  readonly maxMs?: number;
  readonly now?: () => number;
  readonly onEvent?: (event: ChatEvent) => void;
}

/**
 * One run of `ai-chat-workflow`: claims the message, answers it, settles it, and goes on with the chat's next one. A run
 * that finds its message settled, or held by a later claim, ends quietly; so does one that failed, because the list
 * retries and counts, not the engine.
 */
export function createAiChat(deps: ChatDeps) {
  const { inbound, leases, reply, buried, stopping, leaseMs = 25_000, maxMessages = 10, maxMs = 20_000, now = Date.now, onEvent } = deps;

  return async function aiChat({ lane, id }: JobRef, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    const startedAt = now();
    let job = await inbound.claim(lane, id, { leaseMs });
    for (let count = 1; job; count++) {
      if (!(await answer(job, signal))) return;
      const goOn = count < maxMessages && now() - startedAt < maxMs && !stopping.aborted && !signal.aborted;
      job = goOn ? await settleAndGoOn(job) : await settle(job);
    }
  };

  /** True when the message is answered and may be settled. */
  async function answer(job: Job<InboundMessage>, signal: AbortSignal): Promise<boolean> {
    const { id, attempt, receipt, body } = job;
    const startedAt = now();
    const held = leases.hold(receipt, signal);
    try {
      await reply(id, body, held.signal);
      onEvent?.({ type: "answered", id, attempt, ms: now() - startedAt });
      return true;
    } catch (error) {
      if (held.lost()) onEvent?.({ type: "given_up", id, why: "lease lost" });
      else await giveBack(job, error);
      return false;
    } finally {
      held.release();
    }
  }

  async function giveBack({ id, attempt, receipt }: Job<InboundMessage>, error: unknown): Promise<void> {
    if (stopping.aborted) {
      // Cut off by the stop: that is no failure of the message.
      await inbound.defer([receipt], { delayMs: 1_000 });
      return onEvent?.({ type: "given_up", id, why: "stopping" });
    }
    const failure = classify(error, attempt);
    const { reason } = failure;
    const [outcome] =
      failure.then === "retry"
        ? await inbound.retry([receipt], { delayMs: failure.delayMs, reason })
        : await inbound.bury([receipt], { reason });
    const dead = outcome === "dead" || failure.then === "bury";
    onEvent?.({ type: "failed", id, attempt, then: dead ? "bury" : "retry", reason });
    if (dead) await buried();
  }

  async function settle({ id, receipt }: Job<InboundMessage>): Promise<null> {
    const [outcome] = await inbound.settle([receipt]);
    if (outcome !== "done") onEvent?.({ type: "given_up", id, why: "not mine" });
    return null;
  }

  async function settleAndGoOn({ id, receipt }: Job<InboundMessage>): Promise<Job<InboundMessage> | null> {
    const { outcome, job } = await inbound.next(receipt, { leaseMs });
    if (outcome !== "done") onEvent?.({ type: "given_up", id, why: "not mine" });
    return job;
  }
}
