import { answeringKey, TelegramId } from "@tgmem/contracts";
import type { Redis } from "@tgmem/service";

/** Who is being answered now. */
export interface Typists {
  /** At most `limit` chats, each with the time at which its mark ends by itself, in ms since 1970. */
  now(options: { readonly limit: number }): Promise<readonly Typist[]>;
}

export interface Typist {
  readonly chatId: string;
  readonly untilMs: number;
}

/** Reads what the workers have marked; see `markAnswering`. */
export function redisTypists(
  redis: Pick<Redis, "zrange" | "zremrangebyscore">,
  {
    key = answeringKey,
    now = Date.now,
  }: { readonly key?: string; readonly now?: () => number } = {},
): Typists {
  return {
    async now({ limit }) {
      const time = now();
      const marks = await redis.zrange(
        key,
        `(${time}`,
        "+inf",
        "BYSCORE",
        "LIMIT",
        0,
        limit,
        "WITHSCORES",
      );
      // Left behind by workers that died.
      await redis.zremrangebyscore(key, "-inf", time);
      return marks.flatMap((chatId, index) =>
        index % 2 === 0 && TelegramId.safeParse(chatId).success
          ? [{ chatId, untilMs: Number(marks[index + 1]) }]
          : [],
      );
    },
  };
}
