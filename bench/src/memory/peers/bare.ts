import { Redis } from "ioredis";
import {
  keptTurn,
  type KeptTurn,
  messagesOf,
  type OpenPeer,
  promptOf,
  summary,
  ttlSeconds,
  windowTurns,
} from "./peer.ts";

type Append = (list: string, n: number) => Promise<unknown>;

function bare(redis: Redis, prefix: string, append: Append): ReturnType<OpenPeer> {
  const listOf = (chat: string) => `${prefix}:${chat}:turns`;
  const summaryOf = (chat: string) => `${prefix}:${chat}:summary`;
  return Promise.resolve({
    async open(chat, n) {
      const reading = redis.pipeline().lrange(listOf(chat), 0, -1).get(summaryOf(chat));
      const [turns, text] = ((await reading.exec()) ?? []).map(([, value]) => value);
      const kept = Array.isArray(turns) ? turns.map((turn): KeptTurn => JSON.parse(turn)) : [];
      return {
        messages: promptOf(typeof text === "string" ? text : null, messagesOf(kept), n),
        commit: () => append(listOf(chat), n),
      };
    },
    async seed(chat, turns) {
      for (let n = 0; n < turns; n++) await append(listOf(chat), n);
      await redis.set(summaryOf(chat), summary, "EX", ttlSeconds);
    },
    close: () => redis.disconnect(),
  });
}

/** The least that can be done: a pipeline to read, a pipeline to append. A turn that comes twice is kept twice. */
export const openBare: OpenPeer = async (url, prefix) => {
  const redis = new Redis(url);
  return bare(redis, prefix, (list, n) =>
    redis
      .pipeline()
      .rpush(list, JSON.stringify(keptTurn(n)))
      .ltrim(list, -windowTurns, -1)
      .expire(list, ttlSeconds)
      .exec(),
  );
};

/** KEYS turns count seen, ARGV turn window ttl → the number of the turn, or nil when it was there already. */
const appendOnce = `
if not redis.call('SET', KEYS[3], 1, 'NX', 'EX', ARGV[3]) then return nil end
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[2]), -1)
redis.call('EXPIRE', KEYS[1], ARGV[3])
local n = redis.call('INCR', KEYS[2])
redis.call('EXPIRE', KEYS[2], ARGV[3])
return n`;

/** The same with an append that keeps a turn once, which takes a script: the least behind a list that delivers at least once. */
export const openBareOnce: OpenPeer = async (url, prefix) => {
  const redis = new Redis(url);
  const sha = String(await redis.script("LOAD", appendOnce));
  return bare(redis, prefix, (list, n) => {
    const keys = [list, `${list}:count`, `${list}:seen:${n}`];
    return redis.evalsha(sha, 3, ...keys, JSON.stringify(keptTurn(n)), windowTurns, ttlSeconds);
  });
};
