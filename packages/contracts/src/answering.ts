import { z } from "zod";
import { TelegramId } from "./telegram-id.ts";

/**
 * The key of a sorted set of the places whose answers are being made; a score says until when, in ms since 1970. Nobody
 * relies on it.
 */
export const answeringKey = "tgmem:answering";

/** No answer takes longer; a worker that dies leaves its mark no longer than this. */
const maxAnswerMs = 120_000;

/** The part of a Redis client that is needed here. */
interface SortedSet {
  zadd(key: string, score: number, member: string): Promise<unknown>;
  zrem(key: string, member: string): Promise<unknown>;
}

/** A chat, or a topic of a forum. */
export interface Place {
  readonly chatId: string;
  readonly topicId?: number | undefined;
}

/** Names a place by the chat's id, and behind a slash the topic's. */
export const placeName = ({ chatId, topicId }: Place): string =>
  topicId === undefined ? chatId : `${chatId}/${topicId}`;

const ParsedPlace = z.object({
  chatId: TelegramId,
  topicId: z.coerce.number().int().positive().optional(),
});

/** Reads the name of a place; undefined = it is none. */
export function placeNamed(name: string): Place | undefined {
  const [chatId, topicId, ...rest] = name.split("/");
  const parsed = ParsedPlace.safeParse({ chatId, topicId });
  return parsed.success && rest.length === 0 ? parsed.data : undefined;
}

/**
 * Marks a place as being answered, so that the sender shows “typing…” there; the returned function takes the mark away.
 * Call that before the answer is pushed, on the same connection: then nobody is seen typing after the answer has come.
 * Neither waits nor fails: nobody should lose an answer over it.
 */
export function markAnswering(
  redis: SortedSet,
  place: Place,
  { now = Date.now }: { readonly now?: () => number } = {},
): () => void {
  const name = placeName(place);
  redis.zadd(answeringKey, now() + maxAnswerMs, name).catch(() => {});
  return () => void redis.zrem(answeringKey, name).catch(() => {});
}
