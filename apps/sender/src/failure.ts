import { backoffMs, type HandlerResult, type Job } from "@tgmem/queue";
import type { TelegramError, TelegramErrorCode } from "@tgmem/telegram";
import { ShownDraftsError } from "./drafts/shown-drafts.ts";

/** A job that could not be sent through no fault of its own rests for this time. */
const deferMs = 5_000;

const noAnswer: ReadonlySet<string> = new Set<TelegramErrorCode>([
  "timeout",
  "disconnected",
  "aborted",
]);

/** An answer that nobody could send for so long is not worth sending any more. */
const longestWaitMs = 24 * 3_600_000;

/**
 * Says what has to become of a job that could not be sent. An attempt is counted only where the message may be the
 * reason; what waits without one is given up a day after its push.
 */
export function classify(
  error: TelegramError | ShownDraftsError,
  { attempt, pushedAtMs }: Pick<Job<unknown>, "attempt" | "pushedAtMs">,
  now: number = Date.now(),
): HandlerResult | undefined {
  const result = resultOf(error, attempt);
  const isTooOld = now - (pushedAtMs ?? now) >= longestWaitMs;
  if (result?.action !== "defer" || !isTooOld) return result;
  return { action: "bury", reason: `not sent for a day: ${error.message}` };
}

function resultOf(
  error: TelegramError | ShownDraftsError,
  attempt: number,
): HandlerResult | undefined {
  if (error instanceof ShownDraftsError) return { action: "defer", delayMs: deferMs };
  switch (error.policy) {
    case "retry":
      if (error.retryAfterMs !== undefined) return { action: "defer", delayMs: error.retryAfterMs };
      return noAnswer.has(error.code)
        ? { action: "defer", delayMs: deferMs }
        : { action: "retry", delayMs: backoffMs(attempt), reason: error.message };
    case "stop_account":
      // For the next process; this one takes no more.
      return { action: "defer", delayMs: 1_000 };
    case "fix_payload":
    case "dead_letter":
      return { action: "bury", reason: error.message };
    case "delivered":
    default:
      return undefined;
  }
}
