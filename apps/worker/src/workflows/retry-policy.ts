import type { ChatModel } from "@tgmem/llm";
import { LRUCache } from "lru-cache";
import { type Cause, causeOf, reasonOf } from "./cause.ts";

/** What becomes of a message that was not answered. Only a `retry` counts an attempt. */
export type Failure = {
  readonly cause: Cause;
  readonly reason: string;
} & (
  | {
      readonly action: "defer" | "retry";
      readonly delayMs: number;
      /** When it failed first, in ms since 1970. */
      readonly sinceMs: number;
    }
  | { readonly action: "bury" }
);

export interface RetryPolicyOptions {
  /** The age in ms at which a message that cannot be answered is given up. */
  readonly answerWithinMs: number;
  /** Hears that the model has answered a message. */
  readonly onPassed?: (() => void) | undefined;
  readonly now?: () => number;
  /** Spreads the tries of messages that failed together: gives a number, 0 ≤ x < 1. */
  readonly random?: () => number;
}

/** Decides between another try and the end, for the messages of one process. */
export interface RetryPolicy {
  /** Takes in that a message is done with. */
  ended(id: string): void;
  /** Gives the same model, whose answers count as messages that pass: a command that is answered says nothing of a provider. */
  watched(model: ChatModel): ChatModel;
  failed(
    id: string,
    error: unknown,
    message: { readonly sentAtMs: number; readonly editedAtMs?: number | undefined },
  ): Failure;
  /** Says since when a message fails, in ms since 1970; undefined of one that has not failed here. */
  sinceMs(id: string): number | undefined;
}

interface Trouble {
  readonly sinceMs: number;
  /** How many messages had passed, and failed, when this one failed last. */
  readonly passed: number;
  readonly failed: number;
}

/** The engine frees a run's key about 0.1 s after its end: a try sooner would collide with the run that made it. */
const minDelayMs = 1_000;
/** Nobody waits for longer than this when a trouble is over. */
const maxDelayMs = 20_000;
const maxAskedMs = 60_000;
/** Nobody has more messages than this in trouble; who is forgotten begins anew. */
const mostTroubles = 10_000;

/** What waiting may help against. The rest would be paid again, or hold up its chat, to end in the same way. */
const waits: ReadonlySet<Cause> = new Set<Cause>(["trouble", "no_credit", "set_up"]);

/**
 * What a provider may say of one message again and again, because of what is in it. An account without credit, a wrong key, too much to
 * do and a store that is ill meet some messages and not others, whatever is in them.
 */
const ofMessages: ReadonlySet<unknown> = new Set(["unavailable", "timeout", "malformed_answer"]);

/**
 * Counts time, not attempts: a fault that is nobody's is tried again until the message is too old. The pause grows with
 * how long it lasts already, up to twenty seconds, or to a minute where the provider asks for it. A message that keeps failing while most others pass, and none else fails, is at
 * fault itself: from then on its attempts count.
 */
export function createRetryPolicy({
  answerWithinMs,
  onPassed,
  now = Date.now,
  random = Math.random,
}: RetryPolicyOptions): RetryPolicy {
  const troubles = new LRUCache<string, Trouble>({ max: mostTroubles });
  let passed = 0;
  let failed = 0;
  /** Who has failed since the last message passed. */
  let failing: string | undefined;
  let areSeveralFailing = false;

  function pass(): void {
    passed++;
    failing = undefined;
    areSeveralFailing = false;
    onPassed?.();
  }

  function trouble(id: string): { readonly sinceMs: number; readonly isAlone: boolean } {
    const before = troubles.get(id);
    areSeveralFailing ||= failing !== undefined && failing !== id;
    failing = id;
    const isAlone =
      before !== undefined && passed - before.passed > failed - before.failed && !areSeveralFailing;
    failed++;
    const { sinceMs } = before ?? { sinceMs: now() };
    troubles.set(id, { sinceMs, passed, failed });
    return { sinceMs, isAlone };
  }

  return {
    ended: (id) => void troubles.delete(id),
    watched: (model) => ({
      ...model,
      async complete(messages, options) {
        const completion = await model.complete(messages, options);
        pass();
        return completion;
      },
      stream(messages, options) {
        const answer = model.stream(messages, options);
        answer.completion.then(pass, () => {});
        return answer;
      },
    }),
    failed(id, error, { sentAtMs, editedAtMs = sentAtMs }) {
      const [cause, reason] = [causeOf(error), reasonOf(error)];
      const { name, retryable, code, retryAfterMs } = fieldsOf(error);
      const isFinal = !waits.has(cause) && (cause !== "fault" || retryable === false);
      const isExpired = now() - editedAtMs >= answerWithinMs;
      if (isFinal || isExpired) {
        troubles.delete(id);
        return { action: "bury", cause, reason: isFinal ? reason : `too old: ${reason}` };
      }
      const { sinceMs, isAlone } = trouble(id);
      const pauseMs = (now() - sinceMs) * (0.5 + random() / 2);
      const askedMs = typeof retryAfterMs === "number" ? retryAfterMs : 0;
      const isOwnFault = isAlone && name === "LlmError" && ofMessages.has(code);
      return {
        action: waits.has(cause) && !isOwnFault ? "defer" : "retry",
        cause,
        reason,
        delayMs: Math.round(
          Math.max(
            Math.min(maxDelayMs, Math.max(minDelayMs, pauseMs)),
            Math.min(maxAskedMs, askedMs),
          ),
        ),
        sinceMs,
      };
    },
    sinceMs: (id) => troubles.get(id)?.sinceMs,
  };
}

const fieldsOf = (error: unknown): Readonly<Record<string, unknown>> =>
  error instanceof Error ? { ...Object.fromEntries(Object.entries(error)), name: error.name } : {};
