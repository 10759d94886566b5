import assert from "node:assert/strict";
import type { Redis } from "ioredis";
import type { QueueRules } from "../arguments.ts";
import type { MemoryTables } from "../in-memory/memory-tables.ts";
import type { Lanes } from "../lanes/lanes.ts";
import { formatNonce, parseNonce } from "../receipt.ts";
import { laneNames } from "../lanes/commands.kit.ts";
import { byTime } from "../in-memory/times.ts";
import type { Batch, Entry, LaneEntry } from "../on-store/lane-store.ts";

export const prefix = `q:{protocol}:`;
type Times = [lane: string, at: number][];

export interface Dump {
  readonly lanes: Record<string, string[]>;
  readonly ready: string[];
  readonly leases: Times;
  readonly due: Times;
  readonly heads: Record<string, string>;
  readonly paused: string[];
  readonly suspects: Times;
  readonly dead: unknown[];
  readonly seen: string[];
  readonly counts: number[];
}

export async function dumpRedis(redis: Redis): Promise<Dump> {
  const keys = await redis.keys(`${prefix}*`);
  function of(kind: string): string[] {
    const beginning = prefix + kind;
    const some = keys.filter((key) => key.startsWith(beginning));
    return some.map((key) => key.slice(beginning.length));
  }
  const lanes: Record<string, string[]> = {};
  for (const name of of("lane:")) lanes[name] = await redis.lrange(`${prefix}lane:${name}`, 0, -1);
  async function times(name: string): Promise<Times> {
    const some = await redis.zrange(prefix + name, "0", "-1", "WITHSCORES");
    return Array.from({ length: some.length / 2 }, (_, i) => [
      String(some[2 * i]),
      some[2 * i + 1] === "inf" ? Infinity : Number(some[2 * i + 1]),
    ]);
  }
  const counts = await redis.hmget(`${prefix}stats`, "in", "out", "dead", "reported");
  return {
    lanes,
    ready: await redis.lrange(`${prefix}ready`, 0, -1),
    leases: await times("leases"),
    due: await times("due"),
    heads: await redis.hgetall(`${prefix}heads`),
    paused: (await redis.smembers(`${prefix}paused`)).toSorted(),
    suspects: await times("suspects"),
    dead: (await redis.zrange(`${prefix}letters`, "0", "-1")).map((text) => JSON.parse(text)),
    seen: of("seen:").toSorted(),
    counts: counts.map(Number),
  };
}

export function dumpModel({ tables: { state } }: Lanes<MemoryTables>): Dump {
  return {
    lanes: Object.fromEntries(
      [...state.lanes].map(([name, entries]) => [name, entries.map(elementOf)]),
    ),
    ready: [...state.ready],
    leases: byTime(state.leases),
    due: byTime(state.due),
    heads: Object.fromEntries(state.heads),
    paused: [...state.paused].toSorted(),
    suspects: byTime(state.suspects),
    dead: state.dead.map(({ pushedAtMs, buriedAtMs, ...letter }) => ({
      ...letter,
      pushed: pushedAtMs,
      at: buriedAtMs,
    })),
    seen: [...state.seen.keys()].toSorted(),
    counts: [state.pushed, state.ended, state.buried, state.acknowledged],
  };
}

function elementOf({ id, json, pushedAtMs = 0, notBeforeMs }: LaneEntry): string {
  const delay = notBeforeMs === undefined ? "" : `+${notBeforeMs - pushedAtMs}`;
  return `${id} @${pushedAtMs}${delay} ${json}`;
}

/** All jobs that a lane ever accepted and that nobody cancelled, in order: what is left of it must be the end of that list. */
export interface Accepted {
  readonly lanes: Record<string, string[]>;
  cancelled: number;
}

export const nothingAccepted = (): Accepted => ({
  lanes: Object.fromEntries(laneNames.map((name) => [name, []])),
  cancelled: 0,
});

export function checkInvariants(dump: Dump, { lanes, cancelled }: Accepted): void {
  const timed = [...dump.leases, ...dump.due].map(([name]) => name).toSorted();
  assert.deepEqual(
    [...dump.ready, ...timed].toSorted(),
    Object.keys(dump.lanes).toSorted(),
    "a lane is in exactly one of ready, leases and due, and has jobs",
  );
  assert.deepEqual(
    Object.keys(dump.heads).toSorted(),
    timed,
    "heads names the lanes of leases and due",
  );
  let depth = 0;
  let total = 0;
  for (const [name, all] of Object.entries(lanes)) {
    const left = (dump.lanes[name] ?? []).map((text) => text.split(" ")[0]);
    assert.deepEqual(
      left,
      all.slice(all.length - left.length),
      "a lane loses jobs at its head only, or the one that is cancelled, and gains them at its end only",
    );
    depth += left.length;
    total += all.length;
  }
  const counts = [total + cancelled, total + cancelled - depth];
  assert.deepEqual(dump.counts.slice(0, 2), counts, "in and out are counted");
}

/** A take, under a number that grows within its slot. */
export interface SlotTake {
  readonly slot: { readonly id: string; readonly number: number };
  readonly max: number;
  readonly leaseMs: number;
}

/** The take of the state machine, made repeatable as in the script: under its number it hands out the same jobs again. */
export class RepeatableTakes {
  readonly memory = new Map<string, { number: number; marks: [lane: string, nonce: string][] }>();

  take(
    model: Lanes<MemoryTables>,
    now: number,
    { slot, max, leaseMs: lease }: SlotTake,
    rules: QueueRules,
  ): Batch {
    const holder = `${slot.id}.${slot.number}`;
    const { maxInFlight, handOff } = rules;
    const { heads, leases, lanes } = model.tables.state;
    const last = this.memory.get(slot.id);
    if (!last || slot.number > last.number) {
      const batch = model.take(now, {
        max,
        leaseMs: lease,
        holder,
        number: slot.number,
        maxInFlight,
        handOff,
      });
      const marks = batch.entries.map((entry): [string, string] => [
        entry.lane,
        heads.get(entry.lane) ?? "",
      ]);
      if (marks.length > 0) this.memory.set(slot.id, { number: slot.number, marks });
      return batch;
    }
    const held =
      slot.number < last.number
        ? []
        : last.marks.filter(([name, nonce]) => heads.get(name) === nonce);
    for (const [name] of held) leases.set(name, now + lease);
    const entries = held.flatMap(([name, nonce]): Entry[] => {
      const head = lanes.get(name)?.[0];
      return head
        ? [
            {
              ...head,
              attempt: parseNonce(nonce).attempt,
              nonce: formatNonce({
                ...parseNonce(nonce),
                holder: `${handOff ? "~" : ""}${holder}`,
              }),
            },
          ]
        : [];
    });
    return { entries, passed: 0, nextMs: model.nextMs(now, rules) };
  }
}
