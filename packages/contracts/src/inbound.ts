import { z } from "zod";
import { TelegramId } from "./telegram-id.ts";

/** What the receiver puts on the inbound list: one message of a person, ready to be answered. */
export const InboundMessage = z.object({
  v: z.literal(1),
  chatId: TelegramId,
  userId: TelegramId,
  messageId: z.int().nonnegative(),
  text: z.string(),
  /** When it was sent, in ms since 1970. */
  sentAtMs: z.int().nonnegative(),
});
export type InboundMessage = z.infer<typeof InboundMessage>;

/** The idempotency key of a message on its whole way: the same message received twice is one job. */
export const inboundId = (account: string, message: Pick<InboundMessage, "chatId" | "messageId">) =>
  `tg:${account}:${message.chatId}:${message.messageId}`;

/** Messages of one chat are answered one after another. */
export const chatLane = (chatId: TelegramId) => `chat:${chatId}`;

/** Commands have a lane beside the chat's, so that /forget never waits behind a slow model. */
export const commandLane = (chatId: TelegramId) => `command:${chatId}`;

export const isCommand = (text: string) => text.startsWith("/");

export const laneOf = ({ chatId, text }: Pick<InboundMessage, "chatId" | "text">) =>
  isCommand(text) ? commandLane(chatId) : chatLane(chatId);
