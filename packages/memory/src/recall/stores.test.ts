import { randomPrefix, testRedis } from "@tgmem/testbed";
import * as fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { inMemoryPostings } from "../in-memory/in-memory-postings.ts";
import { redisPostings } from "../redis/index.ts";
import { openSqlite, sqlitePostings } from "../sqlite/index.ts";
import { recallIndex } from "./create-recall-index.ts";
import type { PostingStore } from "./posting-store.ts";
import type { RecallTurn } from "./recall-index.ts";

const limits = { maxTurns: 40 };
const namespace = randomPrefix();
const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
const db = openSqlite(":memory:");
afterAll(async () => {
  db.close();
  if (server.missing) return redis.disconnect();
  const keys = await redis.keys(`{${namespace}:*`);
  if (keys.length > 0) await redis.unlink(...keys);
  redis.disconnect();
});

const stores: readonly PostingStore[] = [
  inMemoryPostings(limits),
  sqlitePostings(db, limits),
  ...(server.missing ? [] : [redisPostings(redis, { ...limits, namespace })]),
];
const indexes = stores.map((store) => recallIndex(store));

/** Few words, so that many turns match; secrets are of one chat each. */
const words = "dog cat train lake piano bread storm garden winter letter".split(" ");
const text = fc
  .array(fc.constantFrom(...words, "the", "5"), { minLength: 1, maxLength: 9 })
  .map((said) => `${said.join(" ")}.`);

type Operation =
  | { readonly kind: "add"; readonly chat: number; readonly turns: readonly (readonly string[])[] }
  | {
      readonly kind: "replace";
      readonly chat: number;
      readonly pick: number;
      readonly text: string;
    }
  | { readonly kind: "forget" | "late"; readonly chat: number }
  | {
      readonly kind: "search";
      readonly chat: number;
      readonly query: string;
      readonly most: number;
    };

const chat = fc.nat(1);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("add" as const),
      chat,
      turns: fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("replace" as const),
      chat,
      pick: fc.nat(50),
      text: fc.oneof(fc.constant(""), text),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("forget" as const), chat }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("late" as const), chat }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("search" as const),
      chat,
      query: text,
      most: fc.integer({ min: 5, max: 80 }),
    }),
  },
);

/** What a chat remembers, as a list. */
interface Model {
  epoch: number;
  turns: RecallTurn[];
}

let runs = 0;
let minute = 0;

class World {
  readonly #names = [0, 1].map((n) => `run-${runs}-${n}`);
  readonly #models: readonly Model[] = [0, 1].map(() => ({ epoch: 0, turns: [] }));

  async step(one: Operation): Promise<void> {
    const name = this.#names[one.chat] ?? "";
    const model = this.#models[one.chat] ?? { epoch: 0, turns: [] };
    const { epoch } = model;
    switch (one.kind) {
      case "add": {
        const turns = one.turns.map(([user = "", assistant = ""]) => {
          minute += 40;
          const atMs = minute * 60_000;
          return { turnId: `${name}-${minute}`, atMs, user: `${user} of${name}`, assistant };
        });
        for (const index of indexes) expect(await index.add(name, turns, { epoch })).toBe("added");
        model.turns = [...model.turns, ...turns].slice(-limits.maxTurns);
        return;
      }
      case "replace": {
        const turn = model.turns.at(one.pick % Math.max(1, model.turns.length));
        if (!turn) return;
        const after = { ...turn, user: one.text, assistant: "" };
        for (const index of indexes) await index.replace(name, after, { epoch });
        model.turns = model.turns.flatMap((kept) =>
          kept !== turn ? [kept] : one.text === "" ? [] : [after],
        );
        return;
      }
      case "forget":
        model.epoch++;
        model.turns = [];
        for (const index of indexes) await index.forget(name, { epoch: model.epoch });
        return;
      case "late": {
        const stale = { turnId: "late", atMs: 0, user: "dog cat train", assistant: "late" };
        if (epoch === 0) return;
        for (const index of indexes)
          expect(await index.add(name, [stale], { epoch: epoch - 1 })).toBe("forgotten");
        return;
      }
      case "search":
        return this.#search(name, model, one);
    }
  }

  async #search(
    name: string,
    { turns, epoch }: Model,
    { query, most }: { readonly query: string; readonly most: number },
  ): Promise<void> {
    const shown = new Set(turns.slice(-3).map(({ turnId }) => turnId));
    const options = { maxWords: most, beside: { epoch, shown } };
    const [first = [], ...others] = await Promise.all(
      indexes.map((index) => index.search(name, query, options)),
    );
    for (const other of others) expect(other).toEqual(first);
    const own = new Map(turns.map((turn) => [turn.turnId, turn]));
    for (const { turnId, user, assistant } of first) {
      expect(shown.has(turnId)).toBe(false);
      const turn = own.get(turnId);
      expect(turn?.user).toContain(user);
      expect(turn?.assistant).toContain(assistant);
    }
    const given = first
      .flatMap(({ user, assistant }) => [user, assistant])
      .join(" ")
      .trim();
    expect(given.split(/\s+/u).length).toBeLessThanOrEqual(most);
  }

  async end(): Promise<void> {
    for (const [at, { turns }] of this.#models.entries())
      for (const index of indexes) {
        const kept: RecallTurn[] = [];
        for await (const part of index.turns(this.#names[at] ?? "")) kept.push(...part);
        expect(kept).toEqual(turns);
      }
  }
}

it("answers the same from every store, and nothing that is of another chat, forgotten, erased or shown", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { minLength: 3, maxLength: 25, size: "max" }),
      async (operations) => {
        runs++;
        const world = new World();
        for (const each of operations) await world.step(each);
        await world.end();
      },
    ),
    { numRuns: 100 },
  );
}, 600_000);
