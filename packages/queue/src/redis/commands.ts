import type { Redis } from "ioredis";
import type { QueueRules } from "../arguments.ts";
import type { Batch, Entry, Finish, NewEntry } from "../lane-store.ts";
import type { DeadLetter, Outcome, QueueStats } from "../queue.ts";
import type { Ticket } from "../receipt.ts";
import { script } from "./script.ts";
import { claim } from "./scripts/claim.ts";
import { replay, report, unreported } from "./scripts/dead-letters.ts";
import { finish } from "./scripts/finish.ts";
import { next } from "./scripts/next.ts";
import { push } from "./scripts/push.ts";
import { take } from "./scripts/take.ts";

/** `stringNumbers` of the given client makes strings of them. */
type Int = number | string;

const run = {
  push: script<Int[]>(push),
  take: script<[Int, string[], (string | Int)[], Int, Int]>(take),
  finish: script<Int[]>(finish),
  claim: script<[Int, string?, Int?]>(claim),
  next: script<[Int, string?]>(next),
  unreported: script<string[]>(unreported),
  report: script<Int>(report),
  replay: script<Int>(replay),
};

/** What makes a take repeatable: a slot has one take on the wire at a time, under a number that grows. */
export interface Slot {
  readonly id: string;
  number: number;
}

export interface SlotTake {
  readonly slot: Readonly<Slot>;
  readonly max: number;
  readonly leaseMs: number;
}

export type Commands = ReturnType<typeof commandsOf>;

/** The queue's commands in Redis, each one round trip. Repeating one with the same arguments changes nothing. */
export function commandsOf(rules: QueueRules, now?: () => number) {
  const prefix = `q:{${rules.name}}:`;
  const key = (name: string) => prefix + name;
  const ready = key("ready");
  const due = key("due");
  const heads = key("heads");
  const stats = key("stats");
  const dead = key("dead");
  /** 0 = the clock of the server. */
  const clock = () => now?.() ?? 0;

  return {
    ready,

    /** Indexes of the duplicates. */
    async push(redis: Redis, entries: readonly NewEntry[]): Promise<readonly number[]> {
      const args = entries.flatMap(({ id, lane, json, aliases }) => [
        lane,
        id,
        `${id} ${json}`,
        aliases.join(" "),
      ]);
      const reply = await run.push(
        redis,
        [ready, stats],
        [prefix, rules.dedupeMs, rules.maxDepth, ...args],
      );
      return reply.map(Number);
    },

    async take(redis: Redis, { slot, max, leaseMs }: SlotTake): Promise<Batch> {
      const { maxAttempts, maxDeadLetters, maxInFlight, handOff } = rules;
      const args = [
        prefix,
        clock(),
        max,
        leaseMs,
        maxAttempts,
        maxDeadLetters,
        slot.id,
        slot.number,
        maxInFlight,
        handOff ? 1 : 0,
      ];
      const reply = await run.take(
        redis,
        [ready, due, heads, stats, dead, key(`take:${slot.id}`)],
        args,
      );
      const [nextMs, buried, handedOut, , full] = reply;
      const entries: Entry[] = [];
      for (let i = 0; i < handedOut.length; i += 3) {
        const [lane, text, attempt] = handedOut.slice(i, i + 3);
        const nonce = `${attempt}.${handOff ? "~" : ""}${slot.id}.${slot.number}`;
        entries.push(entryOf(String(lane), String(text), Number(attempt), nonce));
      }
      return {
        entries,
        buried: buried.length / 2,
        nextMs: Number(nextMs) < 0 ? null : Number(nextMs),
        full: Number(full) === 1,
      };
    },

    async finish(
      redis: Redis,
      tickets: readonly Ticket[],
      { op, ms, reason }: Finish,
    ): Promise<readonly Outcome[]> {
      const { maxAttempts, maxDeadLetters } = rules;
      const args = tickets.flatMap(({ lane, id, nonce }) => [lane, id, nonce]);
      const reply = await run.finish(
        redis,
        [ready, due, heads, stats, dead],
        [prefix, clock(), op, ms, maxAttempts, maxDeadLetters, reason, ...args],
      );
      return reply.map(outcomeOf);
    },

    async claim(
      redis: Redis,
      { lane, id, leaseMs, token }: { lane: string; id: string; leaseMs: number; token: string },
    ): Promise<Entry | "waiting" | "gone" | "dead"> {
      const { maxAttempts, maxDeadLetters } = rules;
      const reply = await run.claim(
        redis,
        [ready, due, heads, stats, dead],
        [prefix, clock(), leaseMs, maxAttempts, maxDeadLetters, lane, id, token],
      );
      const [code, text, attempt] = reply;
      if (text !== undefined) return entryOf(lane, text, Number(attempt), `${attempt}.+${token}`);
      return Number(code) === 2 ? "dead" : Number(code) === 0 ? "waiting" : "gone";
    },

    async next(
      redis: Redis,
      { lane, id, nonce }: Ticket,
      { leaseMs, token }: { leaseMs: number; token: string },
    ): Promise<{ outcome: Outcome; entry: Entry | null }> {
      const reply = await run.next(
        redis,
        [due, heads, stats],
        [prefix, clock(), leaseMs, lane, id, nonce, token],
      );
      const [code, text] = reply;
      return {
        outcome: outcomeOf(code),
        entry: text === undefined ? null : entryOf(lane, text, 1, `1.+${token}`),
      };
    },

    deadLetters: async (redis: Redis, limit: number): Promise<readonly DeadLetter[]> =>
      (await redis.lrange(dead, 0, limit - 1)).map(letterOf),

    unreported: async (redis: Redis, limit: number): Promise<readonly DeadLetter[]> =>
      (await run.unreported(redis, [stats, dead], [limit])).map(letterOf),

    async report(redis: Redis, through: number): Promise<void> {
      await run.report(redis, [stats], [through]);
    },

    replay: async (redis: Redis, numbers: readonly number[]): Promise<number> =>
      Number(await run.replay(redis, [ready, stats, dead], [prefix, rules.dedupeMs, ...numbers])),

    async stats(redis: Redis): Promise<QueueStats> {
      const replies = await redis
        .multi()
        .hget(stats, "in")
        .hget(stats, "out")
        .zcard(due)
        .llen(ready)
        .lindex(ready, 0)
        .llen(dead)
        .exec();
      const [pushed, ended, inFlight, lanes, first, deadLetters] = (replies ?? []).map(
        ([error, value]) => {
          if (error) throw error;
          return value;
        },
      );
      return {
        depth: Number(pushed ?? 0) - Number(ended ?? 0),
        inFlight: Number(inFlight),
        ready: Number(lanes) - (first === "" ? 1 : 0), // Without the nudge.
        deadLetters: Number(deadLetters),
      };
    },
  };
}

/** A list element is `<id> <json>`. */
function entryOf(lane: string, text: string, attempt: number, nonce: string): Entry {
  const space = text.indexOf(" ");
  return { id: text.slice(0, space), lane, json: text.slice(space + 1), attempt, nonce };
}

const outcomes: Readonly<Record<string, Outcome>> = {
  "1": "done",
  "2": "dead",
  "0": "stale",
  "-1": "gone",
};
function outcomeOf(code: Int): Outcome {
  const outcome = outcomes[code];
  if (outcome === undefined) throw new Error(`Redis answered with an unknown outcome \`${code}\`.`);
  return outcome;
}

function letterOf(text: string): DeadLetter {
  const { at, ...letter }: Omit<DeadLetter, "buriedAtMs"> & { at: number } = JSON.parse(text);
  return { ...letter, buriedAtMs: at };
}
