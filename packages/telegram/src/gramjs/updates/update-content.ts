import { Api } from "telegram";

type AnyUpdate = Api.TypeUpdate | Api.TypeUpdates;

/** A message as an update brings it. */
export interface Content {
  readonly message: Api.TypeMessage;
  readonly isEdit: boolean;
}

/** Finds the message in an update. Two short forms carry its fields without the message, for user accounts only. */
export function contentOf(update: AnyUpdate): Content | undefined {
  if (update instanceof Api.UpdateNewMessage || update instanceof Api.UpdateNewChannelMessage)
    return { message: update.message, isEdit: false };
  if (update instanceof Api.UpdateEditMessage || update instanceof Api.UpdateEditChannelMessage)
    return { message: update.message, isEdit: true };
  const message = expanded(update);
  return message && { message, isEdit: false };
}

function expanded(update: AnyUpdate): Api.Message | undefined {
  if (update instanceof Api.UpdateShortMessage)
    return new Api.Message({
      ...sharedFields(update),
      peerId: new Api.PeerUser({ userId: update.userId }),
    });
  if (update instanceof Api.UpdateShortChatMessage)
    return new Api.Message({
      ...sharedFields(update),
      peerId: new Api.PeerChat({ chatId: update.chatId }),
      fromId: new Api.PeerUser({ userId: update.fromId }),
    });
  return undefined;
}

const sharedFields = ({
  id,
  out,
  mentioned,
  date,
  message,
  entities,
  replyTo,
  fwdFrom,
  viaBotId,
}: Api.UpdateShortMessage | Api.UpdateShortChatMessage) => ({
  id,
  date,
  message,
  ...(out === undefined ? {} : { out }),
  ...(mentioned === undefined ? {} : { mentioned }),
  ...(entities === undefined ? {} : { entities }),
  ...(replyTo === undefined ? {} : { replyTo }),
  ...(fwdFrom === undefined ? {} : { fwdFrom }),
  ...(viaBotId === undefined ? {} : { viaBotId }),
});

/** Finds the writer of one of the two short forms, which come without what Telegram knows of them. */
export function shortWriterOf(update: AnyUpdate): string | undefined {
  if (update instanceof Api.UpdateShortMessage) return update.userId.toString();
  return update instanceof Api.UpdateShortChatMessage ? update.fromId.toString() : undefined;
}

/** Finds the updates that a call of ours has made; Telegram tells of them in its result alone. */
export function updatesIn(result: unknown): readonly AnyUpdate[] {
  if (result instanceof Api.UpdateShortSentMessage) return [result];
  return result instanceof Api.Updates ? result.updates : [];
}

/** Where in its log an update stands. */
export interface Counted {
  readonly pts: number;
  /** How many events it is. */
  readonly ptsCount: number;
}

/** Says where in its log an update stands; undefined = it is not counted. */
export function countOf(update: AnyUpdate): Counted | undefined {
  if (!("pts" in update) || !("ptsCount" in update)) return undefined;
  const { pts, ptsCount } = update;
  return pts === undefined ? undefined : { pts, ptsCount };
}

/** Finds the channel in whose log an update is counted; undefined = it is the account's own log. */
export function channelOf(update: AnyUpdate): string | undefined {
  if (!update.className.includes("Channel")) return undefined;
  if ("channelId" in update) return update.channelId.toString();
  const message = "message" in update ? update.message : undefined;
  if (typeof message !== "object" || !("peerId" in message)) return undefined;
  return message.peerId instanceof Api.PeerChannel
    ? message.peerId.channelId.toString()
    : undefined;
}
