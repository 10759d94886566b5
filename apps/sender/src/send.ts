import type { OutboundMessage } from "@tgmem/contracts";
import type { Job, HandlerResult } from "@tgmem/queue";
import { isListed, TelegramError, type TelegramPort, type Whitelist } from "@tgmem/telegram";
import { partsOf } from "./parts.ts";
import type { SentParts } from "./progress/sent-parts.ts";
import { sendPart } from "./send-part.ts";
import type { Turnstile } from "./turnstile.ts";
import { verdictOn } from "./verdict.ts";

export type SendEvent =
  | { readonly type: "sent"; readonly id: string; readonly parts: number }
  /** Not listed, or nothing but white space: settled, as if it had been sent. */
  | { readonly type: "dropped"; readonly id: string; readonly reason: "not listed" | "empty" }
  /** Telegram refused this of the message, and it was sent without. */
  | {
      readonly type: "mended";
      readonly id: string;
      readonly what: "formatting" | "reply" | "length";
    }
  | { readonly type: "failed"; readonly id: string; readonly error: TelegramError };

export interface SendOptions {
  readonly telegram: Pick<TelegramPort, "send">;
  /** Both the person's and the chat's id have to be listed; null = no limits. */
  readonly whitelist: Whitelist;
  readonly turnstile: Turnstile;
  readonly progress: SentParts;
  /** An answer goes to this chat now. */
  readonly onAnswer?: (chatId: string) => void;
  /** The log-in is of no more use: nothing can be sent until somebody has seen to it. */
  readonly onStopped: (error: TelegramError) => void;
  readonly onEvent?: (event: SendEvent) => void;
}

/**
 * Sends one job, part by part; says what has to become of it. The random ids come from the job's id, so a job that is
 * sent again shows no part twice; it goes on with the part at which it stopped.
 */
export async function send(
  job: Job<OutboundMessage>,
  options: SendOptions,
  signal: AbortSignal,
): Promise<HandlerResult | undefined> {
  const { id, body } = job;
  const { telegram, whitelist, turnstile, progress, onEvent = () => {} } = options;
  const parts = partsOf(body.text);
  const listed = isListed(whitelist, body.userId, body.chatId);
  if (!listed || parts.length === 0) {
    onEvent({ type: "dropped", id, reason: listed ? "empty" : "not listed" });
    return undefined;
  }
  let sent = 0;
  try {
    const done = parts.length === 1 ? 0 : await progress.sent(id);
    for (const [part, text] of parts.entries()) {
      if (part < done) continue;
      const waitMs = await turnstile.pass(body.chatId, signal);
      if (waitMs > 0) return { action: "defer", delayMs: waitMs };
      options.onAnswer?.(body.chatId);
      sent += await sendPart(
        { job, part, text },
        { telegram, onMended: (what) => onEvent({ type: "mended", id, what }) },
        signal,
      );
      if (part + 1 < parts.length) await progress.record(id, part + 1);
    }
    if (sent === 0 && done === 0) onEvent({ type: "dropped", id, reason: "empty" });
    else onEvent({ type: "sent", id, parts: sent });
    return undefined;
  } catch (error) {
    if (!(error instanceof TelegramError)) throw error;
    onEvent({ type: "failed", id, error });
    if (error.policy === "stop_account") options.onStopped(error);
    turnstile.refused(body.chatId, error);
    return verdictOn(error, job.attempt);
  }
}
