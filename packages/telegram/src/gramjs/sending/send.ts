import bigInt from "big-integer";
import { Api } from "telegram";
import { invalidArgument, TelegramError } from "../../errors.ts";
import type { OutgoingMessage, SendResult } from "../../telegram.ts";
import type { Call } from "../client/calls.ts";
import { pause } from "../../deadline.ts";
import { toApiMarkup } from "./buttons.ts";
import { toApiEntity } from "./entities.ts";
import type { Peers } from "../client/peers.ts";

interface SendContext {
  readonly call: Call;
  readonly peers: Peers;
}

/**
 * Telegram says only that a call is a duplicate while the first one is in flight; a little later it says the message's
 * id.
 */
const duplicatePauseMs = 1_500;

/** What Telegram refused of the message, so that it was sent without. */
type Without = NonNullable<SendResult["without"]>[number];

/** Sends one message; see `TelegramPort.send`. */
export async function send(
  message: OutgoingMessage,
  { call, peers }: SendContext,
  { signal }: { readonly signal: AbortSignal },
): Promise<SendResult> {
  if (message.randomId === 0n)
    throw invalidArgument(
      "Expected `randomId` not to be `0`: it would be replaced by a random one.",
    );
  const markup = toApiMarkup(message.buttons);
  const without = new Set<Without>();
  const left = () => (without.size === 0 ? {} : { without: [...without] });
  let resolvedAnew = false;
  for (;;)
    try {
      return { ...(await attempt()), ...left() };
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error;
      if (error.policy === "delivered") return { ...(await confirm()), ...left() };
      if (!mend(error)) throw error;
    }

  async function attempt() {
    const peer = await peers.find(message.chatId, { signal });
    const what = { what: "Sending", signal };
    return idOf(await call(request({ message, peer, without, markup }), what), message.randomId);
  }

  /** Nothing was stored, so the same random id serves again; each of it is tried once. */
  function mend({ code, policy }: TelegramError): boolean {
    if (code === "formatting_refused") return leaveOut("formatting", message.entities?.length);
    if (code === "reply_refused")
      return leaveOut("reply", message.replyToMessageId) || leaveOut("topic", message.topicId);
    if (code !== "peer_unknown" || policy !== "dead_letter" || resolvedAnew) return false;
    resolvedAnew = true;
    return peers.forget(message.chatId);
  }

  function leaveOut(what: Without, given: number | undefined): boolean {
    if (!given || without.has(what)) return false;
    without.add(what);
    return true;
  }

  async function confirm() {
    await pause(duplicatePauseMs, { signal });
    try {
      return await attempt();
    } catch {
      // Stored for sure; only its id is not known.
      return {};
    }
  }
}

interface Request {
  readonly message: OutgoingMessage;
  readonly peer: Api.TypeInputPeer;
  readonly without: ReadonlySet<Without>;
  readonly markup: ReturnType<typeof toApiMarkup>;
}

function request({ message, peer, without, markup }: Request): Api.messages.SendMessage {
  const { text, entities = [], randomId, replyToMessageId, topicId } = message;
  const topMsgId = without.has("topic") ? undefined : topicId;
  // A message of a topic answers the one that opened it, or another one of the topic.
  const replyToMsgId = (without.has("reply") ? undefined : replyToMessageId) ?? topMsgId;
  const inTopic = topMsgId === undefined ? {} : { topMsgId };
  return new Api.messages.SendMessage({
    peer,
    message: text,
    randomId: bigInt(randomId.toString()),
    noWebpage: true,
    ...(entities.length === 0 || without.has("formatting")
      ? {}
      : { entities: entities.map(toApiEntity) }),
    ...(replyToMsgId === undefined
      ? {}
      : { replyTo: new Api.InputReplyToMessage({ replyToMsgId, ...inTopic }) }),
    ...markup,
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
