import { answeringKey, type Place, placeNamed } from "@tgmem/contracts";
import type { Redis } from "@tgmem/service";

/** Knows the chats whose answers are being made now. */
export interface AnsweringChats {
  /** Reads at most `limit` chats whose marks have not run out. */
  list(options: { readonly limit: number }): Promise<readonly AnsweringChat[]>;
  /** Deletes the marks that have run out, which workers that died have left behind. */
  deleteExpired(): Promise<void>;
}

/** A chat, or a topic of a forum, where an answer is being made. */
export interface AnsweringChat extends Place {
  /** The time at which the mark ends by itself, in ms since 1970. */
  readonly untilMs: number;
}

/** Reads what the workers have marked; see `markAnswering`. */
export function redisAnsweringChats(
  redis: Pick<Redis, "zrange" | "zremrangebyscore">,
  {
    key = answeringKey,
    now = Date.now,
  }: { readonly key?: string; readonly now?: () => number } = {},
): AnsweringChats {
  return {
    async list({ limit }) {
      const after = `(${now()}`;
      const range = ["BYSCORE", "LIMIT", 0, limit, "WITHSCORES"] as const;
      const marks = await redis.zrange(key, after, "+inf", ...range);
      return marks.flatMap((name, index) => {
        const place = index % 2 === 0 ? placeNamed(name) : undefined;
        return place ? [{ ...place, untilMs: Number(marks[index + 1]) }] : [];
      });
    },
    async deleteExpired() {
      await redis.zremrangebyscore(key, "-inf", now());
    },
  };
}
