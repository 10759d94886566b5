import type { InboundMessage, OutboundMessage, Way } from "@tgmem/contracts";
import type { NewJob } from "@tgmem/queue";

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
): NewJob<OutboundMessage> {
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
