import assert from "node:assert/strict";
import * as fc from "fast-check";
import { it } from "vitest";
import type { Entry } from "../on-store/lane-store.ts";
import { MemoryTables } from "../in-memory/memory-tables.ts";
import { Lanes } from "./lanes.ts";

// Processes that work on many jobs at once, and jobs that kill whichever has them, in simulated time.

const stepMs = 20;
const leaseMs = 500;

const job = (id: string) => ({ lane: id, id, json: "1", aliases: [], delayMs: 0 });
const named = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);
const isPoison = ({ id }: Entry): boolean => id.startsWith("poison");

interface Running {
  readonly entry: Entry;
  readonly endsAt: number;
}

interface Town {
  readonly processes: number;
  readonly concurrency: number;
  readonly poisons: number;
  readonly neighbours: number;
  readonly workMs: number;
  readonly killMs: number;
  readonly handOff: boolean;
}

const town: fc.Arbitrary<Town> = fc.record({
  processes: fc.integer({ min: 1, max: 4 }),
  concurrency: fc.integer({ min: 1, max: 40 }),
  poisons: fc.integer({ min: 1, max: 4 }),
  neighbours: fc.integer({ min: 0, max: 40 }),
  workMs: fc.integer({ min: 0, max: 1_500 }),
  killMs: fc.integer({ min: 0, max: 1_500 }),
  handOff: fc.boolean(),
});

it("buries the jobs that kill their holders and no neighbour, however many processes and whatever takes longer", () => {
  fc.assert(
    fc.property(
      town,
      ({ processes, concurrency, poisons, neighbours, workMs, killMs, handOff }) => {
        const limits = { maxDepth: 0, maxAttempts: 5, maxEndedLeases: 5, maxDeadLetters: 99 };
        const lanes = new Lanes({ ...limits, dedupeMs: 0, deadLetterTtlMs: 0 }, new MemoryTables());
        const killers = named("poison", poisons);
        lanes.push(0, [...killers, ...named("n", neighbours)].map(job));
        const holding: Running[][] = Array.from({ length: processes }, () => []);
        let number = 0;
        let now = 0;

        function take(max: number): readonly Entry[] {
          const holder = `t.${++number}`;
          const options = { max, leaseMs, holder, number, maxInFlight: 0, handOff };
          const { entries } = lanes.take(now, options);
          if (!handOff) return entries;
          return entries.flatMap(
            ({ lane, id }) => lanes.claim(now, { lane, id, leaseMs, token: `c${++number}` }) ?? [],
          );
        }
        function work(process: Running[]): Running[] {
          if (process.some(({ entry, endsAt }) => isPoison(entry) && endsAt <= now)) return [];
          const finish = (op: "settle" | "extend", some: Running[]) =>
            lanes.finish(
              now,
              some.map(({ entry }) => entry),
              { op, ms: leaseMs, reason: "" },
            );
          finish(
            "settle",
            process.filter(({ endsAt }) => endsAt <= now),
          );
          const going = process.filter(({ endsAt }) => endsAt > now);
          finish("extend", going);
          const fresh = take(concurrency - going.length).map((entry) => ({
            entry,
            endsAt: now + (isPoison(entry) ? killMs : workMs),
          }));
          return [...going, ...fresh];
        }

        for (; lanes.tables.state.lanes.size > 0; now += stepMs) {
          assert.ok(now < 600_000, "the queue drains");
          for (const [index, process] of holding.entries()) holding[index] = work(process);
        }
        assert.deepEqual(lanes.tables.state.dead.map(({ id }) => id).toSorted(), killers);
      },
    ),
    { numRuns: 200 },
  );
});
