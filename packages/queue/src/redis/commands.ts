import type { Redis } from "ioredis";
import type { QueueRules } from "../arguments.ts";
import type {
  Batch,
  ClaimRequest,
  Entry,
  Finish,
  NextRequest,
  NewEntry,
  NextAnswer,
} from "../lane-store.ts";
import type { DeadLetter, Outcome, QueueStats } from "../queue.ts";
import type { ParsedReceipt } from "../receipt.ts";
import { script } from "./script.ts";
import { claim } from "./scripts/claim.ts";
import { replay, acknowledge, unacknowledged } from "./scripts/dead-letters.ts";
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
  claim: script<(string | Int)[]>(claim),
  next: script<(string | Int)[]>(next),
  unacknowledged: script<string[]>(unacknowledged),
  acknowledge: script<Int>(acknowledge),
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

/** A command with a token, unique in the world, by which a repeat is known. */
export type Marked<C> = C & { readonly token: string };

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
      tickets: readonly ParsedReceipt[],
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
      claims: readonly Marked<ClaimRequest>[],
    ): Promise<readonly (Entry | "waiting" | "gone" | "dead")[]> {
      const { maxAttempts, maxDeadLetters } = rules;
      const args: Int[] = [];
      for (const { lane, id, leaseMs, token } of claims) args.push(lane, id, leaseMs, token);
      const reply = await run.claim(
        redis,
        [ready, due, heads, stats, dead],
        [prefix, clock(), maxAttempts, maxDeadLetters, ...args],
      );
      return claims.map(({ lane, token }, index) => {
        const attempt = Number(reply[2 * index]);
        const text = String(reply[2 * index + 1]);
        if (attempt > 0) return entryOf(lane, text, attempt, `${attempt}.+${token}`);
        return attempt === 0 ? "waiting" : attempt === -1 ? "gone" : "dead";
      });
    },

    async next(
      redis: Redis,
      receipts: readonly Marked<NextRequest>[],
    ): Promise<readonly NextAnswer[]> {
      const args: Int[] = [];
      for (const { ticket, leaseMs, token } of receipts)
        args.push(ticket.lane, ticket.id, ticket.nonce, leaseMs, token);
      const reply = await run.next(redis, [due, heads, stats], [prefix, clock(), ...args]);
      return receipts.map(({ ticket: { lane }, token }, index) => {
        const text = String(reply[2 * index + 1]);
        return {
          outcome: outcomeOf(reply[2 * index] ?? ""),
          entry: text === "" ? null : entryOf(lane, text, 1, `1.+${token}`),
        };
      });
    },

    deadLetters: async (redis: Redis, limit: number): Promise<readonly DeadLetter[]> =>
      (await redis.lrange(dead, 0, limit - 1)).map(letterOf),

    unacknowledged: async (redis: Redis, limit: number): Promise<readonly DeadLetter[]> =>
      (await run.unacknowledged(redis, [stats, dead], [limit])).map(letterOf),

    async acknowledge(redis: Redis, through: number): Promise<void> {
      await run.acknowledge(redis, [stats], [through]);
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
  "2": "buried",
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
