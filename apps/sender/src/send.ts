import type { OutboundMessage } from "@tgmem/contracts";
import { backoffMs, type Job, type Verdict } from "@tgmem/queue";
import {
  isListed,
  randomId,
  splitText,
  TelegramError,
  type TelegramErrorCode,
  type TelegramPort,
  type Whitelist,
} from "@tgmem/telegram";

export type SendEvent =
  | { readonly type: "sent"; readonly id: string; readonly parts: number }
  /** Not listed, or nothing but white space: settled, as if it had been sent. */
  | { readonly type: "dropped"; readonly id: string; readonly reason: "not listed" | "empty" }
  | { readonly type: "failed"; readonly id: string; readonly error: TelegramError };

export interface SendOptions {
  readonly telegram: Pick<TelegramPort, "send">;
  /** Both the person's and the chat's id have to be listed; null = no limits. */
  readonly whitelist: Whitelist;
  /** The log-in is of no more use: nothing can be sent until somebody has seen to it. */
  readonly onStopped: (error: TelegramError) => void;
  readonly onEvent?: (event: SendEvent) => void;
}

/** How long a job rests that could not be sent through no fault of its own. */
const restMs = 5_000;

/**
 * Sends one job, part by part; says what has to become of it. The random ids come from the job's id, so a job that is
 * sent again shows no part twice.
 */
export async function send(
  job: Job<OutboundMessage>,
  { telegram, whitelist, onStopped, onEvent = () => {} }: SendOptions,
  signal: AbortSignal,
): Promise<Verdict | undefined> {
  const { id, body } = job;
  const parts = splitText(body.text);
  const listed = isListed(whitelist, body.userId, body.chatId);
  if (!listed || parts.length === 0) {
    onEvent({ type: "dropped", id, reason: listed ? "empty" : "not listed" });
    return undefined;
  }
  try {
    for (const [part, text] of parts.entries())
      await telegram.send(
        {
          chatId: body.chatId,
          text,
          randomId: randomId(id, part),
          ...(part === 0 && body.replyToMessageId !== undefined
            ? { replyToMessageId: body.replyToMessageId }
            : {}),
        },
        { signal },
      );
  } catch (error) {
    if (!(error instanceof TelegramError)) throw error;
    onEvent({ type: "failed", id, error });
    if (error.policy === "stop-account") onStopped(error);
    return verdictOn(error, job.attempt);
  }
  onEvent({ type: "sent", id, parts: parts.length });
  return undefined;
}

function verdictOn(error: TelegramError, attempt: number): Verdict | undefined {
  switch (error.policy) {
    case "retry":
      // An attempt is counted only where the message itself may be the reason.
      if (error.retryAfterMs !== undefined) return { action: "defer", delayMs: error.retryAfterMs };
      return noAnswer.has(error.code)
        ? { action: "defer", delayMs: restMs }
        : { action: "retry", delayMs: backoffMs(attempt), reason: error.message };
    case "stop-account":
      return { action: "defer", delayMs: restMs };
    case "fix-payload":
    case "dead-letter":
      return { action: "bury", reason: error.message };
    case "delivered":
    default:
      return undefined;
  }
}

const noAnswer: ReadonlySet<string> = new Set<TelegramErrorCode>([
  "timeout",
  "disconnected",
  "aborted",
]);
