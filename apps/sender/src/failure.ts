import { backoffMs, type HandlerResult } from "@tgmem/queue";
import type { TelegramError, TelegramErrorCode } from "@tgmem/telegram";

/** A job that could not be sent through no fault of its own rests for this time. */
const deferMs = 5_000;

const noAnswer: ReadonlySet<string> = new Set<TelegramErrorCode>([
  "timeout",
  "disconnected",
  "aborted",
]);

/**
 * Says what has to become of a job that could not be sent. An attempt is counted only where the message may be the
 * reason.
 */
export function classify(error: TelegramError, attempt: number): HandlerResult | undefined {
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
