import { children, int, isObject, text, type TlObject } from "../tl/fields.ts";

/** One message of an account, as its chat shows it now. */
export interface SentMessage {
  readonly accountId: string;
  readonly chatId: string;
  readonly messageId: number;
  /** The text, or the caption of what is in `media`. */
  readonly text: string;
  readonly randomId: bigint;
  readonly entities: readonly TlObject[];
  readonly replyToMessageId?: number;
  /** The topic of a forum in which it stands. */
  readonly topicId?: number;
  /** The TL `MessageMedia`, for instance `messageMediaDocument`. */
  readonly media?: TlObject;
  /** The TL `ReplyMarkup`: buttons. */
  readonly replyMarkup?: TlObject;
}

export type SentBy = Pick<SentMessage, "accountId" | "chatId" | "randomId">;

/** Reads from a TL message what its chat shows. */
export function sentMessage(
  { accountId, chatId, randomId }: SentBy,
  message: TlObject,
): SentMessage {
  const { reply_to: replyTo, media, reply_markup: replyMarkup } = message;
  return {
    accountId,
    chatId,
    messageId: int(message, "id"),
    text: text(message, "message"),
    randomId,
    entities: children(message, "entities"),
    ...(isObject(replyTo) ? repliesTo(replyTo) : {}),
    ...(isObject(media) ? { media } : {}),
    ...(isObject(replyMarkup) ? { replyMarkup } : {}),
  };
}

/** A message of a topic that replies to the one that opened it is no reply. */
function repliesTo(header: TlObject): Pick<SentMessage, "replyToMessageId" | "topicId"> {
  const replyToMessageId = int(header, "reply_to_msg_id");
  if (header["forum_topic"] !== true) return { replyToMessageId };
  const { reply_to_top_id: top } = header;
  return typeof top === "number"
    ? { replyToMessageId, topicId: top }
    : { topicId: replyToMessageId };
}
