import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { QueueRules } from "../arguments.ts";
import { MemoryTables } from "../in-memory/memory-tables.ts";
import { cancel } from "../lanes/cancel.ts";
import { type Command, command, laneNames, type Of, protocolRules } from "../lanes/commands.kit.ts";
import type { LaneTables } from "../lanes/lane-tables.ts";
import { Lanes } from "../lanes/lanes.ts";
import { lanesStats } from "../lanes/lanes-stats.ts";
import { dropLetters } from "../lanes/letters.ts";
import { pause, resume } from "../lanes/pause.ts";
import type { Entry } from "../on-store/lane-store.ts";
import type { ParsedReceipt } from "../receipt.ts";
import { prepareFile } from "./schema.ts";
import { sqliteTables } from "./sqlite-tables.ts";

// Random commands run on tables in SQLite, beside those of another queue, and on those in memory, of which the test of the
// Redis scripts says that they are right.

const most = Number.MAX_SAFE_INTEGER;

/** All that tables say. */
const dump = (tables: LaneTables, now: number) => ({
  lanes: laneNames.map((lane) => [
    lane,
    tables.jobs(lane, most),
    tables.head(lane),
    tables.hasJobs(lane),
    tables.place(lane),
    tables.isPaused(lane),
  ]),
  ready: tables.lanesAt("ready", { most }),
  leased: tables.lanesAt("leased", { most }),
  due: tables.lanesAt("due", { most }),
  times: [tables.firstTime("leased"), tables.firstTime("due")],
  paused: tables.pausedLanes(),
  suspects: new Map(tables.suspects()),
  seen: Array.from({ length: 130 }, (_, index) => tables.isSeen(`i${index}`, now)),
  letters: tables.letters({ most }),
  acknowledged: tables.acknowledged(),
  stats: lanesStats(tables, now),
});

class Run {
  now = 1_000;
  readonly receipts: ParsedReceipt[] = [];
  made = 0;
  readonly queues: readonly Lanes[];
  readonly rules: QueueRules;

  constructor(rules: QueueRules, ...tables: readonly LaneTables[]) {
    this.rules = rules;
    this.queues = tables.map((some) => new Lanes(rules, some));
  }

  /** Does the same with all tables, and gives the one answer. */
  both<A>(what: string, work: (lanes: Lanes) => A): A {
    const [answer, ...others] = this.queues.map(work);
    for (const other of others) assert.deepEqual(other, answer, `answer of ${what}`);
    const [state, ...states] = this.queues.map(({ tables }) => dump(tables, this.now));
    for (const other of states) assert.deepEqual(other, state, `state after ${what}`);
    assert.ok(answer !== undefined);
    return answer;
  }
  keep(entries: readonly (Entry | null)[]): void {
    for (const entry of entries) if (entry) this.receipts.unshift(entry);
  }
  named = (count: number): string[] => Array.from({ length: count }, () => `k${this.made++}`);

  push({ jobs }: Of<"push">): void {
    const entries = jobs.map((some) => ({ ...some, json: `"${some.id} ü😀"` }));
    this.both("push", (lanes) => lanes.push(this.now, entries));
  }
  take({ max, leaseMs, handOff }: Of<"take">): void {
    const [holder = ""] = this.named(1);
    const { maxInFlight } = this.rules;
    const options = { max, leaseMs, handOff, holder, number: this.made, maxInFlight };
    this.keep(this.both("take", (lanes) => lanes.take(this.now, options)).entries);
  }
  claim({ each }: Of<"claim">): void {
    const tokens = this.named(each.length);
    const answers = this.both("claim", (lanes) =>
      each.map(({ lane, head, which, leaseMs }, index) => {
        const id = (head ? lanes.tables.head(lane)?.id : this.receipts[which]?.id) ?? "i0";
        return lanes.claim(this.now, { lane, id, leaseMs, token: tokens[index] ?? "" });
      }),
    );
    this.keep(answers);
  }
  next({ each }: Of<"next">): void {
    const tokens = this.named(each.length);
    const requests = each.flatMap(({ which, leaseMs }, index) => {
      const receipt = this.receipts[which % this.receipts.length];
      return receipt ? [{ receipt, leaseMs, token: tokens[index] ?? "" }] : [];
    });
    const answers = this.both("next", (lanes) =>
      requests.map((request) => lanes.next(this.now, request)),
    );
    this.keep(answers.map(({ entry }) => entry));
  }
  finish({ op, which, ms }: Of<"finish">): void {
    const some = which.flatMap((index) => this.receipts[index % this.receipts.length] ?? []);
    this.both(op, (lanes) => lanes.finish(this.now, some, { op, ms, reason: "why" }));
  }
  hold({ lane, isPause }: Of<"hold">): void {
    this.both("hold", ({ tables }) =>
      isPause ? pause(tables, lane) : resume(tables, lane, this.now),
    );
  }
  letters({ acknowledge, replay, discard }: Of<"letters">): void {
    this.both("acknowledge", ({ tables }) => tables.acknowledge(acknowledge) ?? null);
    this.both("replay", (lanes) => lanes.replay(this.now, replay));
    this.both("discard", ({ tables }) => discard.map((number) => tables.dropLetter(number)));
  }
  drop({ lane, at }: Of<"drop">): void {
    this.both("letters after", ({ tables }) => tables.letters({ after: at, most: 2 }));
    this.both("discardLane", ({ tables }) => dropLetters(tables, { lane, most: 2 }));
    const till = this.queues[0]?.tables.letters({ most })[at]?.buriedAtMs ?? 0;
    this.both("purge", ({ tables }) => dropLetters(tables, { till, most: 2 }));
  }
  cancel({ lane, at }: Of<"cancel">): void {
    this.both("cancel", ({ tables }) => {
      const id = tables.jobs(lane, most)[at]?.id ?? "i0";
      return cancel(tables, lane, id);
    });
  }

  step(given: Command): void {
    if (given.type === "clock") this.now += given.ms;
    if (given.type === "push") this.push(given);
    if (given.type === "take") this.take(given);
    if (given.type === "claim") this.claim(given);
    if (given.type === "next") this.next(given);
    if (given.type === "finish") this.finish(given);
    if (given.type === "hold") this.hold(given);
    if (given.type === "letters") this.letters(given);
    if (given.type === "drop") this.drop(given);
    if (given.type === "cancel") this.cancel(given);
    this.both("idle", (lanes) => lanes.idleMs(this.now, this.rules));
  }
}

it("keeps in tables of SQLite what is kept in memory, whatever is asked, and whatever else is in the file", () => {
  const types = new Set<string>();
  const rules = fc.record({
    maxInFlight: fc.constantFrom(0, 0, 2),
    dedupeMs: fc.constantFrom(0, 50, 3_600_000),
  });
  fc.assert(
    fc.property(
      rules,
      fc.array(command, { minLength: 1, maxLength: 60, size: "max" }),
      (some, commands) => {
        const db = new DatabaseSync(":memory:");
        const [first, second] = [prepareFile(db, "first"), prepareFile(db, "second")];
        const tables = [sqliteTables(db, first), sqliteTables(db, second)];
        const run = new Run({ ...protocolRules, ...some }, new MemoryTables(), ...tables);
        for (const one of commands) {
          types.add(one.type);
          run.step(one);
        }
        const { taken } = { ...db.prepare(slotsTaken).get() };
        const kept = tables.map((one) => one.depth() + one.letterCount());
        assert.equal(
          taken,
          kept.reduce((sum, count) => sum + count),
          "no slot is lost",
        );
        db.close();
      },
    ),
    { numRuns: 100 },
  );
  expect(types.size).toBe(13);
});

const slotsTaken = "SELECT count(*) AS taken FROM tgmem_queue_slot WHERE free = 0";
