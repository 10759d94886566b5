import { Api } from "telegram";
import { TelegramError } from "../../errors.ts";
import type { Quote } from "../../telegram.ts";
import type { Call } from "../client/calls.ts";
import type { Peers } from "../client/peers.ts";

/** The message to which another one replies. */
export interface ReplyTarget {
  readonly messageId: number;
  /** The part of it that the writer has marked. */
  readonly marked?: string;
  /** It is of another chat, out of reach. */
  readonly isElsewhere: boolean;
}

/** Reads to which message a message replies; undefined = to none. */
export function replyTargetIn({ replyTo }: Api.Message): ReplyTarget | undefined {
  // The client says null where nothing is.
  if (!(replyTo instanceof Api.MessageReplyHeader) || !replyTo.replyToMsgId) return undefined;
  const { replyToMsgId, quoteText, replyToPeerId, forumTopic, replyToTopId } = replyTo;
  // In a forum every message answers the first of its topic.
  if (forumTopic && !replyToTopId) return undefined;
  return {
    messageId: replyToMsgId,
    isElsewhere: Boolean(replyToPeerId),
    ...(quoteText ? { marked: quoteText } : {}),
  };
}

/** Reads in which topic of a forum a message was written; undefined = in the general one, or in no forum. */
export function topicIn({ replyTo }: Api.Message): number | undefined {
  if (!(replyTo instanceof Api.MessageReplyHeader) || !replyTo.forumTopic) return undefined;
  return replyTo.replyToTopId ?? replyTo.replyToMsgId ?? undefined;
}

interface QuoteContext {
  readonly call: Call;
  readonly peers: Peers;
  readonly signal: AbortSignal;
}

/** A message is worth more than what it quotes. */
const quoteMs = 5_000;

/** Fetches what a message replies to; undefined if that is gone, has no words, or Telegram does not say in time. */
export async function quoteOf(
  chatId: string,
  { messageId, marked, isElsewhere }: ReplyTarget,
  context: QuoteContext,
): Promise<Quote | undefined> {
  if (isElsewhere) return marked === undefined ? undefined : { from: "person", text: marked };
  try {
    const message = await getMessage(chatId, messageId, context);
    const text = marked ?? message?.message;
    return message && text ? { from: message.out ? "bot" : "person", text } : undefined;
  } catch (error) {
    if (error instanceof TelegramError) return undefined;
    throw error;
  }
}

async function getMessage(
  chatId: string,
  messageId: number,
  { call, peers, signal }: QuoteContext,
): Promise<Api.Message | undefined> {
  const id = [new Api.InputMessageID({ id: messageId })];
  const options = { what: "Asking for the message that is answered", ms: quoteMs, signal };
  const answer = await (peers.isChannel(chatId)
    ? call(
        new Api.channels.GetMessages({ channel: await peers.findChannel(chatId, { signal }), id }),
        options,
      )
    : call(new Api.messages.GetMessages({ id }), options));
  if (answer instanceof Api.messages.MessagesNotModified) return undefined;
  return answer.messages.find((one) => one instanceof Api.Message);
}
