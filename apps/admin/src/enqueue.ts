import { InboundMessage, inboundId, laneOf, TelegramId } from "@tgmem/contracts";
import type { Producer } from "@tgmem/queue";

export interface EnqueueArguments {
  readonly text: string;
  readonly user: string | undefined;
  /** The chat in which the answer appears. @default the user's private chat */
  readonly chat?: string | undefined;
}

/** Puts a message on the inbound list as the receiver would; resolves with its id. */
export async function enqueue(
  { text, user, chat }: EnqueueArguments,
  {
    inbound,
    now = Date.now,
  }: { readonly inbound: Producer<InboundMessage>; readonly now?: () => number },
): Promise<string> {
  if (text === "") throw new Error('There is no text: tgmem enqueue "text" --user 42');
  const userId = telegramId("--user", user);
  const chatId = chat === undefined ? userId : telegramId("--chat", chat);
  const message: InboundMessage = { v: 1, chatId, userId, messageId: now(), text, sentAtMs: now() };
  const id = inboundId("admin", message);
  await inbound.push([{ id, lane: laneOf(message), body: message }]);
  return id;
}

function telegramId(option: string, value: string | undefined): TelegramId {
  const parsed = TelegramId.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${option} is wrong: expected a Telegram id such as 42, got \`${value ?? ""}\`.`);
}
