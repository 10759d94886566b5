import type { OutboundMessage } from "@tgmem/contracts";
import { type Access, mayTalk } from "@tgmem/service";
import { randomId, TelegramError, type TelegramPort } from "@tgmem/telegram";
import type { RateLimiter } from "../pace/rate-limiter.ts";
import { growingText } from "./growing-text.ts";
import type { ShownDrafts } from "./shown-drafts.ts";

/** An answer that is being written. */
export interface Growing {
  readonly jobId: string;
  /** The newest text, as long as it is not shown. */
  answer?: OutboundMessage | undefined;
  heardAtMs: number;
  /** When it may be shown at the earliest. */
  dueAtMs: number;
  /** The message that shows it. */
  messageId?: number;
  /** Whether a change of that message got no answer, so that it may still be carried out. */
  isUnsure: boolean;
  /** Whether nothing more of it is shown: the answer is sent, there is no room for more, or Telegram takes no more. */
  isClosed: boolean;
  /** The call that is under way; it never rejects. */
  showing?: Promise<void>;
}

/** What became of a partial text; no event holds it. */
export type DraftEvent =
  /** It was sent as a message of its own, or that message was changed. */
  | { readonly type: "shown" | "grown" }
  /** Telegram did not take it, or what is needed for it could not be reached; the answer comes all the same. */
  | { readonly type: "failed"; readonly id: string; readonly error: unknown };

/** Both the person and the chat have to be let in, or nothing is shown. */
export interface ShowOptions extends Access {
  readonly telegram: Pick<TelegramPort, "send" | "edit">;
  readonly rateLimiter: Pick<RateLimiter, "spare" | "refused">;
  readonly shownDrafts: ShownDrafts;
  /** Resolves with whether something else waits to be sent to the chat, or is being sent. */
  readonly isOwed: (chatId: string) => Promise<boolean>;
  readonly onEvent: (event: DraftEvent) => void;
  /** A clock in ms that never goes back. */
  readonly now: () => number;
}

/** Telegram bears no faster growth of a message for long. */
const growEveryMs = 1_500;
/** Rendering a text anew each time takes at most one part in so many of the time, for each answer. */
const renderingShare = 50;
/** A text that may not be shown yet is looked at again after this. */
const holdMs = 500;
/** Nothing more of an answer is tried for this long after a failure. */
const restMs = 5_000;
/** The answer itself has to wait for a call that is under way, so none may take long. */
const callMs = 5_000;

/**
 * Names the message in which an answer grows. A series of its own: were it that of the answer, Telegram would drop the answer
 * as a repetition wherever it is not known any more that a partial text was shown.
 */
export const draftRandomId = (jobId: string): bigint => randomId(`${jobId}~draft`);

/** Shows the newest text of an answer, if it may be shown now. Never rejects: nobody should lose an answer over it. */
export async function showDraft(one: Growing, options: ShowOptions): Promise<void> {
  const { now, onEvent, rateLimiter } = options;
  const { answer } = one;
  if (!answer || one.isClosed || now() < one.dueAtMs) return;
  try {
    if (await mayTalk(options, answer.userId, answer.chatId))
      await show(one, answer.chatId, options);
    else one.isClosed = true;
  } catch (error) {
    one.dueAtMs = now() + restMs;
    onEvent({ type: "failed", id: one.jobId, error });
    if (!(error instanceof TelegramError)) return;
    rateLimiter.refused(answer.chatId, error);
    if (error.retryable) one.isUnsure ||= error.retryAfterMs === undefined;
    else one.isClosed = true;
  }
}

async function show(one: Growing, chatId: string, options: ShowOptions): Promise<void> {
  const { telegram, rateLimiter, shownDrafts, now, onEvent } = options;
  const isFirst = one.messageId === undefined;
  if (isFirst && (await options.isOwed(chatId))) {
    one.dueAtMs = now() + holdMs;
    return;
  }
  if (!isFirst && (await shownDrafts.isOver(one.jobId))) {
    one.isClosed = true;
    return;
  }
  const waitMs = one.isClosed ? 0 : await rateLimiter.spare(chatId);
  // The answer itself may have come meanwhile.
  if (one.isClosed) return;
  if (waitMs > 0) {
    one.dueAtMs = now() + waitMs;
    return;
  }
  if (isFirst) {
    const begun = await shownDrafts.begin(one.jobId);
    if (!begun) {
      one.isClosed = true;
      return;
    }
    if (begun.messageId !== undefined) one.messageId = begun.messageId;
  }
  const { answer } = one;
  const begunAtMs = now();
  const text = answer && growingText(answer.text);
  if (!text) return;
  const call = { signal: AbortSignal.timeout(callMs) };
  one.answer = undefined;
  one.dueAtMs = begunAtMs + Math.max(growEveryMs, renderingShare * (now() - begunAtMs));
  one.isClosed ||= text.isFull;
  if (one.messageId !== undefined) {
    await telegram.edit({ chatId, messageId: one.messageId, ...text.shown }, call);
    onEvent({ type: "grown" });
    return;
  }
  const { replyToMessageId, topicId } = answer;
  const { messageId } = await telegram.send(
    {
      chatId,
      ...text.shown,
      randomId: draftRandomId(one.jobId),
      ...(topicId === undefined ? {} : { topicId }),
      ...(replyToMessageId === undefined ? {} : { replyToMessageId }),
    },
    call,
  );
  onEvent({ type: "shown" });
  if (messageId === undefined) return;
  one.messageId = messageId;
  await shownDrafts.note(one.jobId, messageId);
}
