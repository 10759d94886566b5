import assert from "node:assert/strict";
import { ownRedis } from "@tgmem/testbed";
import * as fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import type { QueueRules } from "../arguments.ts";
import { cancel } from "../lanes/cancel.ts";
import { MemoryTables } from "../in-memory/memory-tables.ts";
import { Lanes } from "../lanes/lanes.ts";
import { type Command, command, laneNames, type Of, protocolRules } from "../lanes/commands.kit.ts";
import { dropLetters } from "../lanes/letters.ts";
import { everything } from "../arguments.ts";
import { pause, resume } from "../lanes/pause.ts";
import type { Batch, LaneStore, NewEntry } from "../on-store/lane-store.ts";
import { type ParsedReceipt, parseNonce } from "../receipt.ts";
import {
  checkInvariants,
  dumpModel,
  dumpRedis,
  nothingAccepted,
  prefix,
  RepeatableTakes,
} from "./protocol.kit.ts";

import { redisStore } from "./redis-store.ts";
import { Sleepers } from "./sleepers.kit.ts";
import { repeatable } from "./repeatable.kit.ts";

// Random commands run against the scripts and against the state machine of the in-process adapter. After each one: the
// same answer, the same state, and the invariants, read from the keys alone. Faults are commands like others: an answer
// that was lost (the command runs twice), bytes of an old connection that run late, receipts of any age, a Redis that
// comes back older (power loss).

const server = await ownRedis({ appendonly: false });
const redis = new Redis(server.url);
redis.on("error", () => {});
beforeEach((context) => context.skip(server.missing, "no redis-server"));
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const bell = `${prefix}bell`;

/** The answer of a push that was refused, as the state machine gives it. */
const fullOr = ({ message }: Error) => (message.startsWith("FULL") ? "full" : message);

class Run {
  now = 1_000;
  model = new Lanes(protocolRules, new MemoryTables());
  takes = new RepeatableTakes();
  accepted = nothingAccepted();
  /** Newest first. */
  readonly receipts: ParsedReceipt[] = [];
  /** Commands whose bytes may still run. */
  readonly sent: (() => Promise<void>)[] = [];
  readonly numbers: Record<string, number> = { s: 0, t: 0 };
  tokens = 0;
  readonly sleepers = new Sleepers();
  /** Takes change `handOff`; the stores read them when a command is sent. */
  readonly rules: { -readonly [K in keyof QueueRules]: QueueRules[K] } = { ...protocolRules };
  readonly transport = repeatable(redis);
  readonly store = this.open(() => `k${this.tokens++}`);
  /** Each slot is another process. */
  readonly takers = { s: this.open(() => "s"), t: this.open(() => "t") };

  constructor(maxInFlight: number) {
    this.rules.maxInFlight = maxInFlight;
  }

  open(unique: () => string): LaneStore {
    return redisStore(this.transport.transport, this.rules, { now: () => this.now, unique });
  }

  async compare<A>(what: string, ofRedis: A, ofModel: A): Promise<A> {
    assert.deepEqual(ofRedis, ofModel, `answer of ${what}`);
    const dump = await dumpRedis(redis);
    assert.deepEqual(dump, dumpModel(this.model), `state after ${what}`);
    checkInvariants(dump, this.accepted);
    return ofModel;
  }
  keep(...entries: readonly ParsedReceipt[]): void {
    for (const { lane: name, id, nonce } of entries)
      this.receipts.unshift({ lane: name, id, nonce });
  }
  /** Told by Redis, not by the model: whoever held the lane before holds nothing now. */
  async fenced({ lane: name, nonce }: ParsedReceipt): Promise<void> {
    const old = this.receipts
      .filter((receipt) => receipt.lane === name && receipt.nonce !== nonce)
      .slice(0, 4);
    if (old.length === 0) return;
    const outcomes = await this.store.finish(old, { op: "extend", ms: 1, reason: "" });
    assert.ok(!outcomes.includes("done"), "a claim fences every earlier holder");
  }

  /** Resolves with what repeats the command, where a repeat must change nothing. */
  async push({ jobs }: Of<"push">): Promise<() => Promise<void>> {
    const entries = jobs.map((some): NewEntry => ({ ...some, json: `"${some.id}"` }));
    const go = async () => {
      const ofRedis = await this.store.push(entries).catch(fullOr);
      const ofModel = this.model.push(this.now, entries);
      if (ofModel !== "full")
        entries.forEach(
          ({ lane: name, id }, i) => ofModel.includes(i) || this.accepted.lanes[name]?.push(id),
        );
      await this.compare("push", ofRedis, ofModel);
    };
    await go();
    return go;
  }

  async take({
    slotId: id,
    max,
    leaseMs: lease,
    handOff,
  }: Of<"take">): Promise<(() => Promise<void>) | null> {
    const options = {
      slot: { id, number: (this.numbers[id] = (this.numbers[id] ?? 0) + 1) },
      max,
      leaseMs: lease,
    };
    const before = new Map(this.model.tables.state.heads);
    let first: Batch | undefined;
    const send = this.again(() => this.takers[id].take(options));
    const go = async () => {
      this.rules.handOff = handOff;
      const ofRedis = await send();
      const ofModel = this.takes.take(this.model, this.now, options, this.rules);
      const batch = await this.compare("take", ofRedis, ofModel);
      first ??= batch;
      this.keep(...batch.entries);
    };
    await go();
    if (first) this.sleepers.tookBy(id, this.now, first);
    if (handOff) {
      for (const entry of first?.entries ?? [])
        assert.equal(
          entry.attempt,
          parseNonce(before.get(entry.lane) ?? "0.").attempt,
          "a hand-off take counts no attempt",
        );
    }
    this.sent.unshift(go);
    return first?.entries.length ? go : null; // An empty take was no lease: the second one may find something.
  }

  async claim({ each }: Of<"claim">): Promise<(() => Promise<void>) | null> {
    const requests = each.map(({ lane: name, head, which, leaseMs: lease }) => ({
      lane: name,
      id:
        (head ? this.model.tables.state.lanes.get(name)?.[0]?.id : this.receipts[which]?.id) ??
        "i0",
      leaseMs: lease,
    }));
    const tokens = this.nextTokens(requests.length);
    let got = false;
    const send = this.again(() => this.store.claim(requests));
    const go = async () => {
      const ofRedis = await send();
      const ofModel = requests.map((one, index) =>
        this.model.claim(this.now, { ...one, token: tokens[index] ?? "" }),
      );
      const answers = await this.compare("claim", ofRedis, ofModel);
      const entries = answers.filter((answer) => answer !== null);
      got = entries.length === requests.length;
      this.keep(...entries);
      // The last claim of a lane is the one that holds.
      for (const entry of new Map(entries.map((one) => [one.lane, one])).values())
        await this.fenced(entry);
    };
    await go();
    this.sent.unshift(go);
    // Claims that fence one another count again when they are repeated.
    return got && new Set(requests.map(({ lane: name }) => name)).size === requests.length
      ? go
      : null;
  }

  async next({ each }: Of<"next">): Promise<(() => Promise<void>) | null> {
    const requests = each.flatMap(({ which, leaseMs: lease }) => {
      const receipt = this.receipts[which % this.receipts.length];
      return receipt ? [{ receipt, leaseMs: lease }] : [];
    });
    if (requests.length === 0) return null;
    const tokens = this.nextTokens(requests.length);
    const send = this.again(() => this.store.next(requests));
    const go = async () => {
      const ofRedis = await send();
      const ofModel = requests.map((one, index) =>
        this.model.next(this.now, { ...one, token: tokens[index] ?? "" }),
      );
      for (const { entry } of await this.compare("next", ofRedis, ofModel)) {
        if (!entry) continue;
        await this.fenced(entry);
        this.keep(entry);
      }
    };
    await go();
    this.sent.unshift(go);
    return go;
  }

  async hold({ lane: name, isPause }: Of<"hold">): Promise<() => Promise<void>> {
    const go = async () => {
      const ofRedis = isPause ? this.store.pause(name) : this.store.resume(name);
      const { tables } = this.model;
      await this.compare(
        "hold",
        await ofRedis,
        isPause ? pause(tables, name) : resume(tables, name, this.now),
      );
    };
    await go();
    return go;
  }

  async hear({ slotId: id }: Of<"hear">): Promise<null> {
    if (!this.sleepers.sleeps(id, this.now)) return null;
    if ((await redis.lpop(bell)) !== null) this.sleepers.hears(id);
    return null;
  }

  async finish({ op, which, ms }: Of<"finish">): Promise<(() => Promise<void>) | null> {
    const some = which.flatMap((index) => this.receipts[index % this.receipts.length] ?? []);
    if (some.length === 0) return null;
    const how = { op, ms, reason: "why" };
    const go = async () => {
      await this.compare(
        op,
        await this.store.finish(some, how),
        this.model.finish(this.now, some, how),
      );
    };
    await go();
    this.sent.unshift(go);
    return go;
  }

  async letters({ acknowledge, replay, discard }: Of<"letters">): Promise<() => Promise<void>> {
    const again = replay.toSorted((a, b) => a - b);
    const go = async () => {
      await this.store.acknowledge(acknowledge);
      this.model.tables.acknowledge(acknowledge);
      const told = this.model.tables.state.dead
        .filter(({ number }) => number > this.model.tables.state.acknowledged)
        .slice(0, 2);
      await this.compare("acknowledge", await this.store.unacknowledged(2), told);
      for (const { number, lane: name, id } of this.model.tables.state.dead)
        if (again.includes(number)) this.accepted.lanes[name]?.push(id);
      await this.compare(
        "replay",
        await this.store.replay(again),
        this.model.replay(this.now, again),
      );
      await this.compare(
        "discard",
        await this.store.discard(discard),
        discard.filter((number) => this.model.tables.dropLetter(number)).length,
      );
    };
    await go();
    return go;
  }

  async drop({ lane: name, at }: Of<"drop">): Promise<() => Promise<void>> {
    const { tables } = this.model;
    const left = tables.state.dead.filter((letter) => letter.lane !== name);
    const till = left[at]?.buriedAtMs ?? 0;
    const go = async () => {
      await this.compare(
        "discardLane",
        await this.store.discardLane(name),
        dropLetters(tables, { lane: name, most: Infinity }),
      );
      await this.compare(
        "purge",
        await this.store.purge(this.now - till),
        dropLetters(tables, { till, most: Infinity }),
      );
    };
    await go();
    return go;
  }

  async cancel({ lane: name, at }: Of<"cancel">): Promise<() => Promise<void>> {
    const entries = () => this.model.tables.state.lanes.get(name) ?? [];
    const id = entries()[at]?.id ?? "i0";
    const go = async () => {
      const place = entries().findIndex((entry) => entry.id === id) - entries().length;
      const ofRedis = await this.store.cancel(name, id);
      const ofModel = cancel(this.model.tables, name, id);
      if (ofModel === "done") {
        this.accepted.lanes[name]?.splice(place, 1);
        this.accepted.cancelled++;
      }
      await this.compare("cancel", ofRedis, ofModel);
    };
    await go();
    this.sent.unshift(go);
    return go;
  }

  nextTokens(count: number): string[] {
    return Array.from({ length: count }, (_, index) => `k${this.tokens + index}`);
  }
  /** Sends a command, and from then on the same one again. */
  again<A>(call: () => Promise<A>): () => Promise<A> {
    let again: (() => Promise<A>) | undefined;
    return async () => {
      if (again) return again();
      const sent = await this.transport.sent(call());
      again = sent.again;
      return sent.answer;
    };
  }

  async step(given: Command): Promise<void> {
    const repeat = await this.start(given);
    const rings = await redis.llen(bell);
    this.sleepers.check(this.now, this.model, { maxInFlight: this.rules.maxInFlight, rings });
    if (!repeat || !("twice" in given && given.twice)) return;
    const before = dumpModel(this.model);
    await repeat();
    assert.deepEqual(dumpModel(this.model), before, `${given.type} twice is once`);
  }
  async start(given: Command): Promise<(() => Promise<void>) | null> {
    if (given.type === "clock") this.now += given.ms;
    if (given.type === "late") await this.sent[given.which % this.sent.length]?.();
    if (given.type === "clock" || given.type === "late" || given.type === "rewind") return null;
    if (given.type === "push") return this.push(given);
    if (given.type === "take") return this.take(given);
    if (given.type === "hear") return this.hear(given);
    if (given.type === "hold") return this.hold(given);
    if (given.type === "claim") return this.claim(given);
    if (given.type === "next") return this.next(given);
    if (given.type === "finish") return this.finish(given);
    if (given.type === "drop") return this.drop(given);
    if (given.type === "cancel") return this.cancel(given);
    return this.letters(given);
  }

  /** Whatever happened, a taker that lives ends every job. */
  async drain(): Promise<void> {
    for (const name of [everything, ...laneNames])
      await this.step({ type: "hold", twice: false, lane: name, isPause: false });
    for (let round = 0; this.model.tables.state.lanes.size > 0; round++) {
      assert.ok(round < 200, "the queue drains");
      const known = this.receipts.length;
      await this.step({
        type: "take",
        twice: false,
        slotId: "s",
        max: 3,
        leaseMs: 50,
        handOff: false,
      });
      const taken = this.receipts.slice(0, this.receipts.length - known);
      if (taken.length === 0) this.now += 25;
      else
        await this.step({
          type: "finish",
          twice: false,
          op: "settle",
          which: taken.map((_, index) => index),
          ms: 0,
        });
    }
  }
}

/** What Redis had at a moment, and what is known of it. */
async function remember(run: Run): Promise<() => Promise<void>> {
  const keys = await redis.keys(`${prefix}*`);
  const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
  const { state, takes, accepted } = structuredClone({
    state: run.model.tables.state,
    takes: run.takes.memory,
    accepted: run.accepted,
  });
  return async () => {
    await redis.flushall();
    for (const [index, key] of keys.entries()) await redis.restore(key, 0, values[index] ?? "");
    run.model = new Lanes(protocolRules, new MemoryTables(structuredClone(state)));
    run.takes = new RepeatableTakes();
    for (const [slot, memory] of structuredClone(takes)) run.takes.memory.set(slot, memory);
    run.accepted = structuredClone(accepted);
    run.sleepers.clear();
    await run.compare("rewind", null, null);
  };
}

it("answers and writes what the state machine says, whatever is repeated, late or lost", async () => {
  const types = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 0, 2),
      fc.array(command, { minLength: 1, maxLength: 60, size: "max" }),
      async (maxInFlight, commands) => {
        await redis.flushall();
        const run = new Run(maxInFlight);
        const past: (() => Promise<void>)[] = [];
        const rewinds = commands.some(({ type }) => type === "rewind");
        for (const some of commands) {
          types.set(some.type, (types.get(some.type) ?? 0) + 1);
          if (some.type === "rewind") await past.at(-some.back)?.();
          if (rewinds) past.push(await remember(run));
          await run.step(some);
        }
        await run.drain();
      },
    ),
    { numRuns: 200 },
  );
  expect(types.size).toBe(13);
}, 600_000);
