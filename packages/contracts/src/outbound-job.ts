import type { InboundMessage } from "./inbound.ts";
import type { OutboundMessage } from "./outbound.ts";
import type { Way } from "./way.ts";

/** A job of the outbound list, as it is pushed. */
interface OutboundJob {
  readonly id: string;
  readonly lane: string;
  readonly body: OutboundMessage;
}

/** Makes the job that sends a text to where a message was written; in a group it replies to the message, in its topic. */
export function outboundJob(
  id: string,
  {
    chatId,
    userId,
    topicId,
    messageId,
  }: Pick<InboundMessage, "chatId" | "userId" | "topicId" | "messageId">,
  text: string,
  way?: Way,
): OutboundJob {
  const inGroup = chatId !== userId;
  const replying = inGroup && messageId > 0 ? { replyToMessageId: messageId } : {};
  const inTopic = topicId === undefined ? {} : { topicId };
  const body = {
    v: 1,
    chatId,
    userId,
    text,
    ...replying,
    ...inTopic,
    ...(way && { way }),
  } as const;
  return { id, lane: chatId, body };
}
