import { type ForgetMarks, type InboundMessage, isForgotten, type JobRef } from "@tgmem/contracts";
import type { Finisher, HeldLease, Job, LeaseKeeper, Taker } from "@tgmem/queue";
import type { PassOver } from "./away.ts";
import type { Notices } from "./notices.ts";
import type { Replied } from "./reply.ts";
import type { Failure, RetryPolicy } from "./retry-policy.ts";

/**
 * What became of a message, by its id. `failed`: it is tried again or buried, as `action` says; a deferred one counts no
 * attempt. `given_up`: this run is done with it, and says nothing of the message. `away`: it came too late to be answered.
 * `forgotten`: it was said before its chat was forgotten. The other types are outcomes of `reply`.
 */
export type ChatEvent =
  | {
      readonly type: Replied | "away" | "forgotten";
      readonly id: string;
      readonly attempt: number;
      readonly waitedMs: number | undefined;
      readonly ms: number;
    }
  | {
      readonly type: "failed";
      readonly id: string;
      readonly attempt: number;
      readonly action: Failure["action"];
      readonly cause: Failure["cause"];
      readonly reason: string;
    }
  | {
      readonly type: "given_up";
      readonly id: string;
      readonly why: "lease_lost" | "stopping" | "not_mine";
    };

export interface ChatDeps {
  readonly inbound: Finisher<InboundMessage> & Taker<InboundMessage>;
  readonly leases: LeaseKeeper;
  /** Replies to a message. MUST be safe to repeat, and write nothing once its signal has aborted. */
  readonly reply: (
    jobId: string,
    message: InboundMessage,
    options: { readonly waitedMs: number | undefined; readonly signal: AbortSignal },
  ) => Promise<Replied>;
  /** Asked before each answer; without it every message is answered, however old. */
  readonly passOver?: PassOver;
  /** Looked at before each answer, and before another try: what was said before its chat was forgotten is settled and not answered. */
  readonly forgotten: Pick<ForgetMarks, "of">;
  readonly policy: RetryPolicy;
  readonly notices: Pick<Notices, "failed">;
  /** Called when a message has finally failed. */
  readonly buried: () => Promise<void>;
  /** Aborted when the process stops: then no further message is begun. */
  readonly stopping: AbortSignal;
  /** How long a lease lasts: it covers the gap between two extensions. @default 25_000 */
  readonly leaseMs?: number;
  readonly now?: () => number;
  readonly onEvent?: (event: ChatEvent) => void;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Whether the run goes on with messages of other chats when its own has none left. @default false */
  readonly goesOn?: boolean;
}

// The bounds of one run: a backlog costs the engine one run instead of many.
const maxMessages = 200;
const maxRunMs = 20_000;
/** Messages whose runs wait at the engine for a slot were taken before those on the list, which overtake them by so much. */
const maxOthersMs = 5_000;
/** A message rests for so long if the process is killed between its take and its claim. */
const takenMs = 5_000;

/**
 * Makes the run of `ai-chat-workflow`: it claims the message, answers it, settles it, and goes on with the chat's next
 * one, and then, while it is young, with those that wait in other chats: the engine takes ten times as long for a run as we do
 * for a message. A run that finds its message settled, or held by a later claim, ends quietly; so does one that
 * failed, because the list retries and counts, not the engine.
 */
export function createAiChat(deps: ChatDeps) {
  const {
    inbound,
    leases,
    reply,
    passOver,
    forgotten,
    policy,
    notices,
    buried,
    stopping,
    onEvent,
  } = deps;
  const { leaseMs = 25_000, now = Date.now } = deps;

  return async function aiChat(
    { lane, id }: JobRef,
    { signal, goesOn = false }: RunOptions,
  ): Promise<void> {
    const startedAt = now();
    let job = await inbound.claim(lane, id, { leaseMs, signal });
    if (!job) return;
    const held = leases.hold(job.receipt);
    try {
      for (let count = 1; job; count++) {
        if (!(await replyTo(job, held, { signal: AbortSignal.any([signal, held.signal]) }))) return;
        held.finishing();
        const age = now() - startedAt;
        const mayGoOn =
          count < maxMessages && age < maxRunMs && !stopping.aborted && !signal.aborted;
        job = mayGoOn ? await settleAndGoOn(job) : await settle(job);
        if (!job && mayGoOn && goesOn && age < maxOthersMs) job = await takeOther(signal);
        if (job) held.goOn(job.receipt);
      }
    } finally {
      held.release();
    }
  };

  /** Resolves with true when the message is done with and may be settled. */
  async function replyTo(
    job: Job<InboundMessage>,
    held: HeldLease,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<boolean> {
    const { id, attempt, pushedAtMs } = job;
    const startedAt = now();
    // The list has a clock of its own.
    const waitedMs = pushedAtMs === undefined ? undefined : Math.max(0, startedAt - pushedAtMs);
    let type: Replied | "away" | "forgotten";
    try {
      if (await isGone(job)) type = "forgotten";
      else if (await passOver?.(job, { signal })) type = "away";
      else type = await reply(id, job.body, { waitedMs, signal });
    } catch (error) {
      if (held.lost) {
        onEvent?.({ type: "given_up", id, why: "lease_lost" });
        return false;
      }
      held.finishing();
      if (!(await isGoneMeanwhile(job))) {
        await giveBack(job, error);
        return false;
      }
      type = "forgotten";
    }
    policy.ended(id);
    onEvent?.({ type, id, attempt, waitedMs, ms: now() - startedAt });
    return true;
  }

  async function isGone(job: Job<InboundMessage>): Promise<boolean> {
    return isForgotten(job, await forgotten.of(job.body.chatId));
  }

  async function isGoneMeanwhile(job: Job<InboundMessage>): Promise<boolean> {
    try {
      return await isGone(job);
    } catch {
      // It is asked again before the next try.
      return false;
    }
  }

  async function giveBack(
    { id, attempt, receipt, body }: Job<InboundMessage>,
    error: unknown,
  ): Promise<void> {
    if (stopping.aborted) {
      // Cut off by the stop: that is no failure of the message.
      await inbound.defer([receipt], { delayMs: 1_000 });
      onEvent?.({ type: "given_up", id, why: "stopping" });
      return;
    }
    const failure = policy.failed(id, error, body);
    // While the lease is held, so that another process cannot answer before.
    await notices.failed(id, body, failure);
    const isDead = await endWith(failure, receipt);
    const { cause, reason } = failure;
    onEvent?.({
      type: "failed",
      id,
      attempt,
      action: isDead ? "bury" : failure.action,
      cause,
      reason,
    });
    if (!isDead) return;
    policy.ended(id);
    await buried();
  }

  async function endWith(failure: Failure, receipt: string): Promise<boolean> {
    const { action, reason } = failure;
    if (action === "bury") {
      await inbound.bury([receipt], { reason });
      return true;
    }
    const { delayMs } = failure;
    if (action === "defer") {
      await inbound.defer([receipt], { delayMs });
      return false;
    }
    const [outcome] = await inbound.retry([receipt], { delayMs, reason });
    return outcome === "buried";
  }

  // No signal ends a settle, a next or a give-back: a message that is answered would be worked on again, and one that is
  // not would wait for its lease.
  async function settle({ id, receipt }: Job<InboundMessage>): Promise<null> {
    const [outcome] = await inbound.settle([receipt]);
    if (outcome !== "done") onEvent?.({ type: "given_up", id, why: "not_mine" });
    return null;
  }

  async function settleAndGoOn({ id, receipt }: Job<InboundMessage>) {
    const { outcome, job } = await inbound.next(receipt, { leaseMs });
    if (outcome !== "done") onEvent?.({ type: "given_up", id, why: "not_mine" });
    return job;
  }

  /** Leases the message that has waited longest in any chat without a run, if there is one. */
  async function takeOther(signal: AbortSignal): Promise<Job<InboundMessage> | null> {
    const [taken] = await inbound.take({ max: 1, leaseMs: takenMs, waitMs: 0, signal });
    return taken ? inbound.claim(taken.lane, taken.id, { leaseMs }) : null;
  }
}
