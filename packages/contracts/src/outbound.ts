import { z } from "zod";
import { TelegramId } from "./telegram-id.ts";
import { Trace } from "./trace.ts";
import { Way } from "./way.ts";

/** What the sender takes from the outbound list: one text for one chat. Its job id is the inbound message's. */
export const OutboundMessage = z.object({
  v: z.literal(1),
  chatId: TelegramId,
  userId: TelegramId,
  text: z.string().min(1),
  replyToMessageId: z.int().positive().optional(),
  /** The topic of a forum to which it goes. */
  topicId: z.int().positive().optional(),
  /**
   * The id of a job that nobody brings any more: where a draft of it is shown, this text takes its place. It leaves an answer
   * alone that has come after all.
   */
  replaces: z.string().min(1).optional(),
  /** How the answer came about. Nobody loses an answer over times that make no sense. */
  way: Way.optional().catch(undefined),
  trace: Trace,
});
export type OutboundMessage = z.infer<typeof OutboundMessage>;
