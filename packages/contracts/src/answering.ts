import type { TelegramId } from "./telegram-id.ts";

/**
 * The key of a sorted set of the chats whose answers are being made; a score says until when, in ms since 1970. Nobody
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

/**
 * Marks a chat as being answered, so that the sender shows “typing…” there; the returned function takes the mark away.
 * Call that before the answer is pushed, on the same connection: then nobody is seen typing after the answer has come.
 * Neither waits nor fails: nobody should lose an answer over it.
 */
export function markAnswering(
  redis: SortedSet,
  chatId: TelegramId,
  { now = Date.now }: { readonly now?: () => number } = {},
): () => void {
  redis.zadd(answeringKey, now() + maxAnswerMs, chatId).catch(() => {});
  return () => void redis.zrem(answeringKey, chatId).catch(() => {});
}
