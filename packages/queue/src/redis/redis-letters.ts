import type { QueueRules } from "../arguments.ts";
import type { LetterStore } from "../on-store/letter-store.ts";
import type { DeadLetter } from "../queue.ts";
import type { RedisClient } from "./client.ts";
import { keyPrefix } from "./key-prefix.ts";
import { type Int, letterOf } from "./replies.ts";
import { script } from "./script.ts";
import { acknowledge, adopt, discard, discardLane, purge, replay } from "./scripts/dead-letters.ts";
import type { Transport } from "./transport.ts";

const run = {
  acknowledge: script<Int>(acknowledge),
  replay: script<[found: Int, looked: Int]>(replay),
  discard: script<Int>(discard),
  discardLane: script<[found: Int, last: string]>(discardLane),
  purge: script<Int>(purge),
  adopt: script<Int>(adopt),
};

/** Letters that one script or reply reads, because nothing else runs in Redis meanwhile. */
const slice = 100;

/** The dead letters in Redis. What concerns many of them is done in slices. */
export function redisLetters(
  { once }: Pick<Transport, "once">,
  { name, dedupeMs }: QueueRules,
  now: () => number,
): LetterStore {
  const prefix = keyPrefix(name);
  const ready = `${prefix}ready`;
  const due = `${prefix}due`;
  const bell = `${prefix}bell`;
  const stats = `${prefix}stats`;
  const letters = `${prefix}letters`;
  let adopted: Promise<void> | undefined;

  /** An older release may have left a list, which is taken over before the first look. */
  async function adoptAll(redis: RedisClient): Promise<void> {
    while (Number(await run.adopt(redis, [`${prefix}dead`, letters], [slice])) > 0);
  }
  function onLetters<R>(command: (redis: RedisClient) => Promise<R>): Promise<R> {
    return once(async (redis) => {
      adopted ??= adoptAll(redis).catch((error: unknown) => {
        adopted = undefined;
        throw error;
      });
      await adopted;
      return command(redis);
    });
  }

  /** What is no letter is passed over. */
  async function list(
    redis: RedisClient,
    after: Int,
    limit: number,
  ): Promise<readonly DeadLetter[]> {
    const found: DeadLetter[] = [];
    let last = after;
    for (;;) {
      const count = Math.min(slice, limit - found.length);
      const range = [letters, `(${last}`, "+inf", "WITHSCORES", "LIMIT", 0, count] as const;
      const texts = count > 0 ? await redis.zrangebyscore(...range) : [];
      for (let i = 0; i < texts.length; i += 2) {
        const letter = letterOf(texts[i] ?? "");
        if (letter) found.push(letter);
      }
      last = texts.at(-1) ?? last;
      if (count === 0 || texts.length < 2 * count) return found;
    }
  }

  return {
    deadLetters: ({ after, limit }) => onLetters((redis) => list(redis, after, limit)),
    unacknowledged: (limit) =>
      onLetters(async (redis) => list(redis, (await redis.hget(stats, "reported")) ?? 0, limit)),
    acknowledge: (through) =>
      once(async (redis) => void (await run.acknowledge(redis, [stats], [through]))),
    replay: (numbers) =>
      onLetters(async (redis) => {
        let all = 0;
        let left = numbers;
        while (left.length > 0) {
          const given = [prefix, now(), dedupeMs, ...left];
          const [found, looked] = await run.replay(
            redis,
            [ready, due, stats, letters, bell],
            given,
          );
          all += Number(found);
          left = left.slice(Number(looked));
        }
        return all;
      }),
    discard: (numbers) =>
      onLetters(async (redis) => Number(await run.discard(redis, [letters], numbers))),
    discardLane: (lane) =>
      onLetters(async (redis) => {
        let all = 0;
        for (let after = "0"; after !== "";) {
          const [found, last] = await run.discardLane(redis, [letters], [lane, after, slice]);
          all += Number(found);
          after = last;
        }
        return all;
      }),
    purge: (olderThanMs) =>
      onLetters(async (redis) => {
        for (let all = 0; ;) {
          const given = [prefix, now(), olderThanMs, slice];
          const dropped = Number(await run.purge(redis, [letters], given));
          all += dropped;
          if (dropped < slice) return all;
        }
      }),
  };
}
