import type { OutboundMessage, Place } from "@tgmem/contracts";
import type { Job, HandlerResult } from "@tgmem/queue";
import { type Access, mayTalk } from "@tgmem/service";
import { TelegramError, type TelegramPort } from "@tgmem/telegram";
import type { Drafts } from "./drafts/drafts.ts";
import { ShownDraftsError } from "./drafts/shown-drafts.ts";
import type { RateLimiter } from "./pace/rate-limiter.ts";
import type { RenderedParts } from "./rendered-parts.ts";
import { type Degraded, sendPart } from "./send-part.ts";
import type { SentParts } from "./sent-parts.ts";
import { classify } from "./failure.ts";
import { showAnswer } from "./show-answer.ts";
import { type Times, timesOf } from "./times.ts";

/** What became of a job, by its id; no event holds a text. */
export type SendEvent =
  | {
      readonly type: "sent";
      readonly id: string;
      readonly parts: number;
      readonly times: Times;
    }
  /** The job was not listed, or nothing but white space: it is settled as if it had been sent. */
  | { readonly type: "dropped"; readonly id: string; readonly reason: "not_listed" | "empty" }
  /** Telegram refused this of the message, and it was sent without. */
  | { readonly type: "degraded"; readonly id: string; readonly what: Degraded }
  /** The job could not be sent; `action` is what becomes of it. */
  | {
      readonly type: "failed";
      readonly id: string;
      readonly error: Error;
      readonly action: HandlerResult["action"] | "settle";
    };

/** Both the person and the chat have to be let in, or nothing is sent. */
export interface SendOptions extends Access {
  readonly telegram: Pick<TelegramPort, "send" | "edit">;
  readonly rateLimiter: Pick<RateLimiter, "acquire" | "refused">;
  readonly sentParts: SentParts;
  readonly renderedParts: RenderedParts;
  /** Knows the messages in which answers grew while they were written; absent = none does. */
  readonly drafts?: Pick<Drafts, "finish" | "forget"> | undefined;
  /** Called when an answer goes to this place now. */
  readonly onAnswer?: (place: Place) => void;
  /** Called when the log-in is of no more use: nothing can be sent until somebody has seen to it. */
  readonly onStopped: (error: TelegramError) => void;
  readonly onEvent?: (event: SendEvent) => void;
}

/**
 * Sends one job, part by part; says what has to become of it. The random ids come from the job's id, so a job that is
 * sent again shows no part twice; it goes on with the part at which it stopped. Where partial texts were shown, the first part
 * takes their place.
 */
export async function send(
  job: Job<OutboundMessage>,
  options: SendOptions,
  { signal }: { readonly signal: AbortSignal },
): Promise<HandlerResult | undefined> {
  const { id, body } = job;
  const { telegram, rateLimiter, sentParts, drafts, onEvent = () => {} } = options;
  const { replaces: draftId = id } = body;
  const beganAtMs = Date.now();
  const parts = options.renderedParts(id, body.text);
  const listed = await mayTalk(options, body.userId, body.chatId);
  if (!listed || parts.length === 0) {
    onEvent({ type: "dropped", id, reason: listed ? "empty" : "not_listed" });
    return undefined;
  }
  let sent = 0;
  try {
    const grown = await drafts?.finish(draftId, { by: id });
    const done = parts.length === 1 ? 0 : await sentParts.sent(id);
    for (const [part, text] of parts.entries()) {
      if (part < done) continue;
      const waitMs = await rateLimiter.acquire(body.chatId, { signal });
      if (waitMs > 0) return { action: "defer", delayMs: waitMs };
      options.onAnswer?.(body);
      sent += await sendPart(
        { job, part, text },
        {
          telegram,
          showFirst:
            drafts &&
            grown &&
            ((message) => showAnswer({ message, grown, draftId }, { telegram, drafts, signal })),
          onDegraded: (what) => onEvent({ type: "degraded", id, what }),
          signal,
        },
      );
      if (part + 1 < parts.length) await sentParts.record(id, part + 1);
    }
    if (sent === 0 && done === 0) onEvent({ type: "dropped", id, reason: "empty" });
    else onEvent({ type: "sent", id, parts: sent, times: timesOf(job, { beganAtMs }) });
    return undefined;
  } catch (error) {
    const isOfTelegram = error instanceof TelegramError;
    if (!isOfTelegram && !(error instanceof ShownDraftsError)) throw error;
    const result = classify(error, job);
    onEvent({ type: "failed", id, error, action: result?.action ?? "settle" });
    if (isOfTelegram && error.policy === "stop_account") options.onStopped(error);
    if (isOfTelegram) rateLimiter.refused(body.chatId, error);
    return result;
  }
}
