import { createHash } from "node:crypto";
import { z } from "zod";
import { TelegramId } from "./telegram-id.ts";
import { Trace } from "./trace.ts";

/** What a person can send that the bot cannot read. */
export const Unreadable = z.enum([
  "photo",
  "video",
  "voice",
  "audio",
  "document",
  "sticker",
  "location",
  "contact",
  "poll",
  "other",
]);
export type Unreadable = z.infer<typeof Unreadable>;

/** What the receiver puts on the inbound list: one message of a person, ready to be answered. */
export const InboundMessage = z.object({
  v: z.literal(1),
  chatId: TelegramId,
  userId: TelegramId,
  /** The name of the person who wrote it. */
  speaker: z.string().min(1).optional(),
  /** Where it was written; absent in messages of an older receiver. */
  chat: z.object({ kind: z.enum(["private", "group"]), title: z.string().optional() }).optional(),
  /** The language of the person's client, as an IETF tag. */
  language: z.string().min(1).optional(),
  /** Whether the person administrates the group; looked up only for a command that is an administrator's. */
  administrator: z.boolean().optional(),
  /** The topic of a forum in which it was written. */
  topicId: z.int().positive().optional(),
  messageId: z.int().nonnegative(),
  /** The text as it was typed, or the caption of media; empty for media without one. */
  text: z.string(),
  /** The time at which it was sent, in ms since 1970. */
  sentAtMs: z.int().nonnegative(),
  /** The single messages, where several that were sent within a moment are one, whose `text` is all of theirs. */
  parts: z
    .array(z.object({ messageId: z.int().nonnegative(), text: z.string() }))
    .min(2)
    .optional(),
  /** The message that it replies to. */
  quote: z.object({ from: z.enum(["bot", "person"]), text: z.string() }).optional(),
  /** The time of the edit, in ms since 1970: the message is a new version of one that was received before. */
  editedAtMs: z.int().nonnegative().optional(),
  /** How long it had waited at Telegram since it was sent, or edited, when it was received, in ms by Telegram's clock. */
  waitedMs: z.int().nonnegative().optional(),
  /** The kind of what came with it that the bot cannot read. */
  unreadable: Unreadable.optional(),
  trace: Trace,
});
export type InboundMessage = z.infer<typeof InboundMessage>;

/**
 * Makes the idempotency key of a message on its whole way: the same message received twice is one job, an edit is another.
 * The time of an edit has seconds only, so its text is a part of the id: two edits within a second are two jobs.
 */
export const inboundId = (
  account: string,
  message: Pick<InboundMessage, "chatId" | "messageId" | "editedAtMs" | "text">,
) => {
  const { chatId, messageId, editedAtMs, text } = message;
  const edit = editedAtMs === undefined ? "" : `:${editedAtMs}-${shortHash(text)}`;
  return `tg:${account}:${chatId}:${messageId}${edit}`;
};

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Gives the id of the message whose new version this is; an id that is of no edit stays as it is. */
export const originalId = (id: string) => id.replace(/^(tg:[^:]+:[^:]+:\d+):\d+-[0-9a-f]+$/, "$1");

const place = /^(tg:[^:]+:[^:]+:)(\d+)/;

/** Makes the id of another message of the same chat, for instance of a part. */
export const siblingId = (id: string, messageId: number) =>
  `${place.exec(id)?.[1] ?? `${id}:`}${messageId}`;

/** Whether `id` belongs to a message that was sent after the other one, in the same chat. */
export function isLaterId(id: string, other: string): boolean {
  const [, chat, messageId] = place.exec(id) ?? [];
  const [, otherChat, otherMessageId] = place.exec(other) ?? [];
  return chat !== undefined && chat === otherChat && Number(messageId) > Number(otherMessageId);
}

/** Whether a text is a command, such as /forget. */
export const isCommand = (text: string) => text.startsWith("/");

/** The name of the command in a text: `/help@our_bot now` is `help`; undefined when it is none. */
export const commandOf = (text: string): string | undefined =>
  /^\/(\w+)/.exec(text)?.[1]?.toLowerCase();

/** What stands behind the name of a command: of `/model@our_bot some/name` it is `some/name`; empty when nothing does. */
export const argumentOf = (text: string): string => /^\/\S*\s+(.*)$/s.exec(text)?.[1]?.trim() ?? "";

/** Only an administrator may give these in a group, because they concern everybody in it. */
const administratorCommands: ReadonlySet<string> = new Set(["forget", "undo", "pause", "resume"]);

/** Whether a text is a command that in a group only an administrator may give. Anybody may ask which model answers. */
export const needsAdministrator = (text: string): boolean => {
  const command = commandOf(text) ?? "";
  return administratorCommands.has(command) || (command === "model" && argumentOf(text) !== "");
};

/** Whether it matters to a command who administrates the group: /stop is everybody's, for an answer of one's own. */
export const concernsAdministrator = (text: string): boolean =>
  needsAdministrator(text) || commandOf(text) === "stop";

/**
 * Makes the lane of a message: those of one chat are answered one after another. Commands have a lane beside the chat's, so
 * that /forget never waits behind a slow model.
 */
export const laneOf = ({ chatId, text }: Pick<InboundMessage, "chatId" | "text">) => {
  const [chat, command] = lanesOf(chatId);
  return isCommand(text) ? command : chat;
};

/** The lanes of a chat: of its messages, and of its commands. */
export const lanesOf = (chatId: string) => [`chat:${chatId}`, `command:${chatId}`] as const;

/** Whether a lane is one of commands. */
export const isCommandLane = (lane: string): boolean => lane.startsWith("command:");
