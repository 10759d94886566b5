import * as z from "zod/mini";
import { type Clock, realClock } from "../clock.ts";
import { spreadOf } from "../call-budget.ts";
import { withDeadline } from "../deadline.ts";
import { AirtableError } from "../errors.ts";
import {
  checkPerSecond,
  countedMs,
  lookMs,
  type RateLimit,
  roomFor,
  tooLate,
  unansweredMs,
} from "../rate.ts";
import { evalOn, type RedisClient } from "./redis-client.ts";

/** Which base the rate is of, and how high it is. */
export interface RedisRateOptions extends Partial<Pick<Clock, "now" | "pause">> {
  /** The id of the base. All processes that name it share the rate, so they have to name the same rate, too. */
  readonly baseId: string;
  /** Calls per second of all processes together. Airtable allows 5. @default 4 */
  readonly perSecond?: number;
  /** How many calls the workspace has a month, for all processes together. @default each counts its own */
  readonly callsPerMonth?: number;
  /** Begins the keys in Redis. @default "tgmem" */
  readonly namespace?: string;
}

/** Redis is not waited for longer than this, in ms. */
const answerMs = 5_000;

/**
 * Gives out turns, or freezes the base, by the clock of Redis. Answers how many ms to wait, and for what: a turn that is
 * the caller's (`turn`), the end of a freeze (`frozen`), or one that comes too late for the caller and is not taken. No
 * wait means that the call is made now: it is counted, and the third answer is what the month has left to spare.
 */
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if ARGV[1] == 'ended' then
  redis.call('ZADD', KEYS[3], 'XX', string.format('%.0f', now + ${countedMs}), ARGV[2])
  return {0, 'turn'}
end
local held = redis.call('HMGET', KEYS[1], 'next', 'frozen')
local nextAt, frozenUntil = tonumber(held[1] or '0'), tonumber(held[2] or '0')
local function keep(field, value)
  redis.call('HSET', KEYS[1], field, value)
  redis.call('PEXPIRE', KEYS[1], 600000)
end
if ARGV[1] == 'freeze' then
  keep('frozen', string.format('%.0f', math.max(frozenUntil, now + tonumber(ARGV[2]))))
  return {0, 'turn'}
end
if frozenUntil > now then return {frozenUntil - now, 'frozen'} end
local every, room, left = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
if ARGV[1] == 'take' then
  local at = math.max(nextAt, now)
  if at - now > left then return {at - now, 'late'} end
  keep('next', string.format('%.0f', at + every))
  if at > now then return {at - now, 'turn'} end
end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
if redis.call('ZCARD', KEYS[3]) >= room then return {${lookMs}, 'turn'} end
redis.call('ZADD', KEYS[3], string.format('%.0f', now + ${unansweredMs}), ARGV[5])
redis.call('PEXPIRE', KEYS[3], 600000)
local saved, perMs = tonumber(ARGV[6]), tonumber(ARGV[7])
local month = redis.call('HMGET', KEYS[2], 'level', 'at')
local level = tonumber(month[1] or ARGV[6]) + (now - tonumber(month[2] or now)) * perMs
level = string.format('%.3f', math.min(saved, level) - 1)
redis.call('HSET', KEYS[2], 'level', level, 'at', string.format('%.0f', now))
if ARGV[8] > (redis.call('HGET', KEYS[2], 'of') or '') then redis.call('HSET', KEYS[2], 'of', ARGV[8], 'calls', '0') end
redis.call('HINCRBY', KEYS[2], 'calls', 1)
redis.call('PEXPIRE', KEYS[2], 3000000000)
return {0, 'turn', level}
`;
/** Tells the calls of the month, also where Redis is full. */
const countScript = `#!lua flags=no-writes
if redis.call('HGET', KEYS[1], 'of') ~= ARGV[1] then return 0 end
return tonumber(redis.call('HGET', KEYS[1], 'calls'))
`;
const Answer = z.tuple([z.coerce.number(), z.enum(["turn", "frozen", "late"])], z.coerce.number());

/** A rate that many processes share, and the month with it. */
export interface RedisRate extends RateLimit {
  /** Resolves with how many calls all of them made in this calendar month (UTC). Rejects with `unavailable` while Redis is away. */
  callsThisMonth(): Promise<number>;
}

/**
 * One rate for all processes that use a base, in the Redis that they share: calls are evenly spaced over all of them, a
 * freeze holds for all, and with `callsPerMonth` they share the month. Who comes late to a turn waits for room. While Redis
 * does not answer nobody calls: `take` rejects with `unavailable`.
 * @throws AirtableError `invalid_argument` when `perSecond` is not a positive number
 */
export function redisRate(redis: RedisClient, options: RedisRateOptions): RedisRate {
  const { baseId, perSecond = 4, namespace = "tgmem" } = options;
  const { now = realClock.now, pause = realClock.pause } = options;
  checkPerSecond(perSecond);
  const tag = `{${namespace}:airtable:${baseId}}`;
  const keys = [`${tag}:rate`, `${tag}:month`, `${tag}:calls`];
  const { most: saved, perMs } = spreadOf(options.callsPerMonth ?? Number.MAX_SAFE_INTEGER);
  const month = [String(saved), String(perMs)];
  let level = saved;
  let levelAt = now();
  const everyMs = Math.ceil(1_000 / perSecond);

  async function evaluate(
    code: string,
    on: { readonly keys: readonly string[]; readonly args: readonly string[] },
    signal?: AbortSignal,
  ): Promise<unknown> {
    const answer = evalOn(redis, code, on.keys, on.args).catch((error: unknown) => {
      throw unavailable(error instanceof Error ? error.message : String(error));
    });
    const late = () => unavailable(`no answer within ${answerMs} ms`);
    return withDeadline(answer, { ms: answerMs, late, signals: [signal] });
  }
  const ask = async (args: readonly string[], signal?: AbortSignal) =>
    Answer.parse(await evaluate(script, { keys, args }, signal));

  const limits = [String(everyMs), String(roomFor(perSecond))];
  // Unique in the world, so that a call is ended by nobody else.
  const process = crypto.randomUUID();
  let calls = 0;

  return {
    async take({ deadline, signal }) {
      const call = `${process}.${calls++}`;
      // An end that Redis does not hear of is told by the time.
      const end = () => void ask(["ended", call]).catch(() => {});
      let step = "take";
      for (;;) {
        signal.throwIfAborted();
        const leftMs = Math.min(deadline - now(), Number.MAX_SAFE_INTEGER);
        const asked: readonly string[] = [
          step,
          ...limits,
          String(Math.floor(leftMs)),
          call,
          ...month,
          monthOf(now()),
        ];
        const [ms, kind, left] = await ask(asked, signal).catch((error: unknown) => {
          end(); // It may have been given out all the same.
          throw error;
        });
        if (left !== undefined) [level, levelAt] = [left, now()];
        if (kind === "late" || ms > leftMs) throw tooLate(ms);
        if (ms === 0) return end;
        await pause(ms, { signal });
        // The base may have been frozen while somebody waited for a turn, which then is none.
        step = kind === "turn" ? "make" : "take";
      }
    },
    async freeze(ms) {
      await ask(["freeze", String(Math.ceil(ms))]);
    },
    async callsThisMonth() {
      const of = { keys: [`${tag}:month`], args: [monthOf(now())] };
      return z.number().parse(await evaluate(countScript, of));
    },
    ...(options.callsPerMonth !== undefined && {
      hasSpare: () => level + (now() - levelAt) * perMs >= 1,
    }),
  };
}

/** The month by UTC, as 2026-11. */
const monthOf = (ms: number): string => new Date(ms).toISOString().slice(0, 7);

const unavailable = (why: string) =>
  new AirtableError(
    "unavailable",
    `Redis, which holds the rate of the base, gave no turn (${why.slice(0, 200)}): try again, or look at the server.`,
  );
