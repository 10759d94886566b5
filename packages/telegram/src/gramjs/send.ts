import bigInt from "big-integer";
import { Api } from "telegram";
import { TelegramError } from "../errors.ts";
import type { OutgoingMessage } from "../telegram.ts";
import type { Call } from "./calls.ts";
import { pause } from "./deadline.ts";
import type { Peers } from "./peers.ts";

interface SendContext {
  readonly call: Call;
  readonly peers: Peers;
}

/** While the first call is in flight Telegram says only that it is a duplicate; a little later it says the message's id. */
const duplicatePauseMs = 1_500;

export async function send(
  message: OutgoingMessage,
  { call, peers }: SendContext,
  signal: AbortSignal,
): Promise<{ readonly messageId?: number }> {
  if (message.randomId === 0n)
    throw new TypeError("Expected `randomId` not to be `0`: it would be replaced by a random one.");
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof TelegramError)) throw error;
    if (error.policy === "delivered") return confirm();
    if (
      error.code === "peer_unknown" &&
      error.policy === "dead-letter" &&
      peers.forget(message.chatId)
    )
      return attempt();
    throw error;
  }

  async function attempt() {
    const peer = await peers.find(message.chatId, signal);
    return {
      ...idOf(await call(request(message, peer), { what: "Sending", signal }), message.randomId),
    };
  }

  async function confirm() {
    await pause(duplicatePauseMs, signal);
    try {
      return await attempt();
    } catch {
      // Stored for sure; only its id is not known.
      return {};
    }
  }
}

function request(
  { text, randomId, replyToMessageId }: OutgoingMessage,
  peer: Api.TypeInputPeer,
): Api.messages.SendMessage {
  return new Api.messages.SendMessage({
    peer,
    message: text,
    randomId: bigInt(randomId.toString()),
    noWebpage: true,
    ...(replyToMessageId === undefined
      ? {}
      : { replyTo: new Api.InputReplyToMessage({ replyToMsgId: replyToMessageId }) }),
  });
}

/** A private chat answers with the id alone, others with the updates that the message makes. */
function idOf(result: Api.TypeUpdates, randomId: bigint): { readonly messageId?: number } {
  if (result instanceof Api.UpdateShortSentMessage) return { messageId: result.id };
  if (!(result instanceof Api.Updates)) return {};
  const wanted = randomId.toString();
  const update = result.updates.find(
    (one) => one instanceof Api.UpdateMessageID && String(one.randomId) === wanted,
  );
  return update instanceof Api.UpdateMessageID ? { messageId: update.id } : {};
}
