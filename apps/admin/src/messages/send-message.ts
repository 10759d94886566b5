import { randomUUID } from "node:crypto";
import type { OutboundMessage } from "@tgmem/contracts";
import type { Producer } from "@tgmem/queue";

/** Puts a text on the outbound list, behind what waits there for the same chat; resolves with its id. */
export async function sendMessage(
  {
    text,
    chat,
    user = chat,
  }: { readonly text: string; readonly chat: string; readonly user?: string | undefined },
  { outbound }: { readonly outbound: Producer<unknown> },
): Promise<string> {
  if (text.trim() === "") throw new Error("There is no text on the standard input: give one.");
  const id = `send:${randomUUID()}`;
  const body: OutboundMessage = { v: 1, chatId: chat, userId: user, text };
  await outbound.push([{ id, lane: chat, body }]);
  return id;
}
