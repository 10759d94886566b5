import { randomPrefix, testRedis } from "@tgmem/testbed";
import * as fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import * as inRedis from "./redis/index.ts";
import * as inFile from "./sqlite/index.ts";
import type { WindowStore } from "./store.ts";
import type { StoredChat } from "./stored-chat.ts";

const { url, missing } = await testRedis();
const redis = new Redis(url, { lazyConnect: true });
beforeEach((context) => context.skip(missing, "no Redis"));
afterAll(() => redis.disconnect());

const newNamespace = () => `${randomPrefix()}stored`.replaceAll(/[{}]/gu, "");

const chat = fc.constantFrom("42", "-100", "a:chat *{}");
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant("commit" as const),
      chat,
      turnId: fc.integer({ min: 1, max: 30 }).map((n) => `tg:1:${n}`),
      user: fc.string({ unit: "binary" }),
      usage: fc.record({ input: fc.nat(9), output: fc.nat(9), cost: fc.constantFrom(0, 0.0001) }),
    }),
  },
  fc.record({ does: fc.constantFrom("amend", "apply", "forget", "pause", "resume"), chat }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(store: WindowStore, one: Step, n: number): Promise<void> {
  const state = await store.begin(one.chat, "");
  const { epoch, incarnation, version, seq, watermark } = state;
  if ("turnId" in one) {
    const { turnId, user, usage } = one;
    const parts = [{ id: `${turnId}+`, text: user }];
    await store.commit(one.chat, { epoch, turnId, user, assistant: "yes", parts, usage });
  } else if (one.does === "forget") await store.forget(one.chat, `request ${n}`);
  else if (one.does === "amend") {
    const last = state.turns.at(-1);
    if (!last) return;
    const { seq: at, atMs: _, ...before } = last;
    const edit = { epoch, seq: at, editId: `edit ${n}`, before, after: { ...before, user: "no" } };
    await store.amend(one.chat, edit);
  } else if (one.does === "apply") {
    if (seq === watermark) return;
    const change = { epoch, incarnation, version, to: seq, summary: `summary ${n}` };
    await store.apply(one.chat, { ...change, archivedIn: "airtable:app" });
  } else await store.pause(one.chat, one.does === "pause");
}

async function dumped(options: inRedis.StoredChatsOptions): Promise<readonly StoredChat[]> {
  const chats: StoredChat[] = [];
  for await (const stored of inRedis.dumpChats(redis, options)) chats.push(stored);
  return chats;
}

const timeless = ({ ids, ...rest }: StoredChat) => ({
  ...rest,
  ids: ids.map(({ id, seq }) => ({ id, seq })),
});

const times = (chats: readonly StoredChat[]) =>
  chats.flatMap(({ ids }) => ids.map(({ atMs }) => atMs));

/** Redis tells when an id ends by two looks at its clock. */
function expectSame(found: readonly StoredChat[], expected: readonly StoredChat[]): void {
  expect(found.map(timeless)).toEqual(expected.map(timeless));
  for (const [at, ms] of times(found).entries())
    expect(Math.abs(ms - (times(expected)[at] ?? 0))).toBeLessThan(1_000);
}

const sorted = (chats: Iterable<StoredChat>) =>
  [...chats].toSorted((a, b) => (a.chat < b.chat ? -1 : 1));

it("goes whole from a file to Redis and back: turns, summaries, ids, epochs, usage and who is off the record", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const namespace = newNamespace();
      const [from, to] = [inFile.openSqlite(":memory:"), inFile.openSqlite(":memory:")];
      const store = inFile.sqliteStore(from, { window: 4 });
      for (const [n, one] of steps.entries()) await take(store, one, n);
      const before = sorted(inFile.dumpChats(from));
      await inRedis.loadChats(redis, before, { namespace });
      // What was broken off is begun again.
      await inRedis.loadChats(redis, before, { namespace });
      const between = await dumped({ namespace });
      expectSame(sorted(between), before);
      inFile.loadChats(to, between);
      expectSame(sorted(inFile.dumpChats(to)), before);
      const there = inRedis.redisStore(redis, { namespace, window: 4 });
      for (const { chat: one, ids } of before)
        for (const id of ["", ...ids.map((known) => known.id)])
          expect(await there.begin(one, id)).toEqual(await store.begin(one, id));
      const keys = await redis.keys(`{${namespace}:*`);
      if (keys.length > 0) await redis.del(...keys);
      from.close();
      to.close();
    }),
    { numRuns: 60 },
  );
});

it("lets a store in Redis go on where the one in a file was, and forget what either knew", async () => {
  const namespace = newNamespace();
  const db = inFile.openSqlite(":memory:");
  const store = inFile.sqliteStore(db, { window: 4 });
  const turn = { epoch: 0, turnId: "t1", user: "I live in Lisbon", assistant: "Noted." };
  await store.commit("42", turn);
  await inRedis.loadChats(redis, [...inFile.dumpChats(db)], { namespace });
  const there = inRedis.redisStore(redis, { namespace, window: 4 });
  expect(await there.commit("42", turn)).toMatchObject({ status: "duplicate", answer: "Noted." });
  expect(await there.commit("42", { ...turn, turnId: "t2" })).toMatchObject({ seq: 2 });
  for (const key of await redis.keys(`{${namespace}:*`))
    expect(await redis.pttl(key)).toBeGreaterThan(80 * 86_400_000);
  await there.forget("42", "r1");
  expect((await there.begin("42", "")).turns).toEqual([]);
  db.close();
});
