import { isLane, type QueueRules } from "../arguments.ts";
import type { LaneStore } from "../on-store/lane-store.ts";
import { uniqueNames } from "../unique-names.ts";
import { longestSleepMs } from "./bell.ts";
import { keyPrefix } from "./key-prefix.ts";
import { redisLetters } from "./redis-letters.ts";
import {
  batchOf,
  entryOf,
  laneEntryOf,
  type Int,
  outcomeOf,
  statsOf,
  type StatsReply,
  type TakeReply,
} from "./replies.ts";
import { repairLanes } from "./repair/repair-lanes.ts";
import { script } from "./script.ts";
import { cancel } from "./scripts/cancel.ts";
import { claim } from "./scripts/claim.ts";
import { finish } from "./scripts/finish.ts";
import { next } from "./scripts/next.ts";
import { pause, resume } from "./scripts/pause.ts";
import { push } from "./scripts/push.ts";
import { stats as countStats } from "./scripts/stats.ts";
import { take } from "./scripts/take.ts";
import type { Transport } from "./transport.ts";

const run = {
  push: script<Int[]>(push),
  take: script<TakeReply>(take),
  finish: script<Int[]>(finish),
  cancel: script<Int>(cancel),
  claim: script<(string | Int)[]>(claim),
  next: script<(string | Int)[]>(next),
  pause: script<Int>(pause),
  resume: script<Int>(resume),
  stats: script<StatsReply>(countStats),
};

/** A name under which takes are repeatable: it has one take on the wire at a time, under a number that grows. */
interface Slot {
  readonly id: string;
  takes: number;
}

export interface RedisStoreOptions {
  /** @default the clock of the server */
  readonly now?: () => number;
  /** Makes names of slots and tokens, each unique in the world. */
  readonly unique?: () => string;
}

/** The queue in Redis: each command is one script, and is sent again with the same arguments when its answer was lost. */
export function redisStore(
  transport: Transport,
  rules: QueueRules,
  { now = () => 0, unique = uniqueNames() }: RedisStoreOptions = {},
): LaneStore {
  const { once, untilAnswered, sleep, close } = transport;
  const prefix = keyPrefix(rules.name);
  const key = (name: string) => prefix + name;
  const ready = key("ready");
  const leases = key("leases");
  const due = key("due");
  const heads = key("heads");
  const stats = key("stats");
  const letters = key("letters");
  const suspects = key("suspects");
  const paused = key("paused");
  const bell = key("bell");
  const places = [ready, leases, due, heads, stats, letters];
  const slots: Slot[] = [];
  /** How many dead letters are kept, and for how long. */
  const kept = () => `${rules.maxDeadLetters} ${rules.deadLetterTtlMs}`;

  return {
    ...redisLetters(transport, rules, now),
    push(entries) {
      const args: Int[] = [];
      for (const { id, lane, json, aliases, delayMs } of entries)
        args.push(
          lane,
          id,
          json,
          delayMs + aliases.length > 0 ? [delayMs, ...aliases].join(" ") : "",
        );
      return once(async (redis) => {
        const given = [prefix, now(), rules.dedupeMs, rules.maxDepth, ...args];
        return (await run.push(redis, [ready, due, heads, stats, bell], given)).map(Number);
      });
    },

    async take({ max, leaseMs }) {
      const slot = slots.pop() ?? { id: unique(), takes: 0 };
      const number = ++slot.takes;
      const batch = await untilAnswered(async (redis) => {
        const { maxEndedLeases, maxInFlight, handOff } = rules;
        const keys = [...places, suspects, paused, bell, key(`take:${slot.id}`)];
        const limits = [max, leaseMs, maxEndedLeases, kept()];
        const args = [prefix, now(), ...limits, slot.id, number, maxInFlight, handOff ? 1 : 0];
        const reply = await run.take(redis, keys, args);
        return batchOf(reply, `${handOff ? "~" : ""}${slot.id}.${number}`);
      });
      slots.push(slot); // A slot is not used again after a failure, because its take may still run.
      return batch;
    },

    finish(receipts, { op, ms, reason }) {
      const args = receipts.flatMap(({ lane, id, nonce }) => [lane, id, nonce]);
      return untilAnswered(async (redis) => {
        const how = [op, ms, rules.maxAttempts, kept(), reason];
        const given = [prefix, now(), ...how, ...args];
        return (await run.finish(redis, [...places, bell], given)).map(outcomeOf);
      });
    },

    claim(requests) {
      const tokens = requests.map(unique);
      const args: Int[] = [];
      for (const [index, { lane, id, leaseMs }] of requests.entries())
        args.push(lane, id, leaseMs, tokens[index] ?? "");
      return untilAnswered(async (redis) => {
        const given = [prefix, now(), rules.maxEndedLeases, kept(), ...args];
        const reply = await run.claim(redis, [...places, suspects, bell], given);
        return requests.map(({ lane }, index) => {
          const counts = String(reply[2 * index]);
          const element = String(reply[2 * index + 1]);
          return element === "" ? null : entryOf(lane, element, `${counts}.+${tokens[index]}`);
        });
      });
    },

    next(requests) {
      const tokens = requests.map(unique);
      const args: Int[] = [];
      for (const [index, { receipt, leaseMs }] of requests.entries())
        args.push(receipt.lane, receipt.id, receipt.nonce, leaseMs, tokens[index] ?? "");
      return untilAnswered(async (redis) => {
        const given = [prefix, now(), ...args];
        const keys = [ready, leases, due, heads, stats, paused, bell];
        const reply = await run.next(redis, keys, given);
        return requests.map(({ receipt: { lane } }, index) => {
          const element = String(reply[2 * index + 1]);
          return {
            outcome: outcomeOf(reply[2 * index] ?? ""),
            entry: element === "" ? null : entryOf(lane, element, `1.+${tokens[index]}`),
          };
        });
      });
    },

    idle: ({ nextMs }, { ms, signal }) =>
      sleep({
        ms: Math.min(ms, longestSleepMs, nextMs === null ? Infinity : nextMs + 1),
        signal,
      }),

    peek: (lane, { limit }) =>
      once(async (redis) => {
        const elements = await redis.lrange(key(`lane:${lane}`), 0, limit - 1);
        return elements.map((element) => laneEntryOf(lane, element));
      }),
    cancel: (lane, id) =>
      once(async (redis) => {
        const keys = [ready, leases, due, heads, stats, bell];
        return outcomeOf(await run.cancel(redis, keys, [prefix, now(), lane, id]));
      }),
    pause: (lane) => once(async (redis) => Number(await run.pause(redis, [paused], [lane])) === 1),
    resume: (lane) =>
      once(async (redis) => {
        const reply = await run.resume(redis, [ready, due, paused, bell], [prefix, now(), lane]);
        return Number(reply) === 1;
      }),
    pausedLanes: () =>
      once(async (redis) => (await redis.smembers(paused)).filter(isLane).toSorted()),
    stats: () =>
      once(async (redis) =>
        statsOf(
          await run.stats(redis, [ready, leases, due, stats, letters, paused], [prefix, now()]),
        ),
      ),
    repair: (trip) =>
      repairLanes(transport, { prefix, ready, leases, due, heads, stats, bell }, { now, trip }),
    close,
  };
}
