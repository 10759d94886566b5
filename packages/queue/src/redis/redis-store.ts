import { randomBytes } from "node:crypto";
import type { QueueRules } from "../arguments.ts";
import { pause, withDeadline } from "../deadline.ts";
import type { LaneStore } from "../on-store/lane-store.ts";
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
  stats: script<StatsReply>(countStats),
};

/** The in-flight limit holds lanes back: `ready` is not empty, so a blocking read would answer at once. */
const fullPollMs = 50;
/** A take looks again after this long, should a blocking read hang. */
const longestIdleMs = 5_000;

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
  const { once, untilAnswered, filled, close } = transport;
  const prefix = `q:{${rules.name}}:`;
  const key = (name: string) => prefix + name;
  const ready = key("ready");
  const leases = key("leases");
  const due = key("due");
  const heads = key("heads");
  const stats = key("stats");
  const letters = key("letters");
  const suspects = key("suspects");
  const places = [ready, leases, due, heads, stats, letters];
  const slots: Slot[] = [];
  /** How many dead letters are kept, and for how long. */
  const kept = () => `${rules.maxDeadLetters} ${rules.deadLetterTtlMs}`;

  return {
    ...redisLetters(transport, rules, now),
    push(entries) {
      const args: Int[] = [];
      for (const { id, lane, json, aliases } of entries)
        args.push(lane, id, json, aliases.join(" "));
      return once(async (redis) => {
        const given = [prefix, now(), rules.dedupeMs, rules.maxDepth, ...args];
        return (await run.push(redis, [ready, stats], given)).map(Number);
      });
    },

    async take({ max, leaseMs }) {
      const slot = slots.pop() ?? { id: unique(), takes: 0 };
      const number = ++slot.takes;
      const batch = await untilAnswered(async (redis) => {
        const { maxEndedLeases, maxInFlight, handOff } = rules;
        const keys = [...places, suspects, key(`take:${slot.id}`)];
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
        return (await run.finish(redis, places, given)).map(outcomeOf);
      });
    },

    claim(requests) {
      const tokens = requests.map(unique);
      const args: Int[] = [];
      for (const [index, { lane, id, leaseMs }] of requests.entries())
        args.push(lane, id, leaseMs, tokens[index] ?? "");
      return untilAnswered(async (redis) => {
        const given = [prefix, now(), rules.maxEndedLeases, kept(), ...args];
        const reply = await run.claim(redis, [...places, suspects], given);
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
        const reply = await run.next(redis, [leases, due, heads, stats], [prefix, now(), ...args]);
        return requests.map(({ receipt: { lane } }, index) => {
          const element = String(reply[2 * index + 1]);
          return {
            outcome: outcomeOf(reply[2 * index] ?? ""),
            entry: element === "" ? null : entryOf(lane, element, `1.+${tokens[index]}`),
          };
        });
      });
    },

    async idle({ nextMs, full }, { ms, signal }) {
      if (full) return pause(Math.min(ms, fullPollMs), { signal });
      const until = Math.min(ms, longestIdleMs, nextMs === null ? Infinity : nextMs + 1);
      // Late or aborted: then the wait is over as well.
      await withDeadline(filled(ready), { ms: until, late: notReady, signal }).catch(() => {});
    },

    peek: (lane, { limit }) =>
      once(async (redis) => {
        const elements = await redis.lrange(key(`lane:${lane}`), 0, limit - 1);
        return elements.map((element) => laneEntryOf(lane, element));
      }),
    cancel: (lane, id) =>
      once(async (redis) => {
        const reply = await run.cancel(
          redis,
          [ready, leases, due, heads, stats],
          [prefix, lane, id],
        );
        return outcomeOf(reply);
      }),
    stats: () =>
      once(async (redis) =>
        statsOf(await run.stats(redis, [ready, leases, due, stats, letters], [prefix, now()])),
      ),
    repair: (trip) =>
      repairLanes(transport, { prefix, ready, leases, due, heads, stats }, { now, trip }),
    close,
  };
}

/** Names of one process share a random beginning. */
function uniqueNames(): () => string {
  const base = randomBytes(9).toString("base64url");
  let made = 0;
  return () => base + (made++).toString(36);
}

const notReady = () => new Error("No lane became ready.");
