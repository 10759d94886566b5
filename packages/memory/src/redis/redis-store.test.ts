import { randomPrefix, ownRedis, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createMemory } from "../create-memory.ts";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { cannedSummarizer, faultyArchive, windowStoreContract } from "../testing/index.ts";
import type { IoredisClient } from "./redis-client.ts";
import { redisStore } from "./redis-store.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
const namespace = randomPrefix();
const keysOf = (space: string, chat = "*") => redis.keys(`{${space}:${chat}}:*`);

beforeEach((context) => context.skip(server.missing, "no Redis"));
afterAll(async () => {
  if (server.missing) return redis.disconnect();
  const keys = await redis.keys(`{${namespace}*`);
  if (keys.length > 0) await redis.unlink(...keys);
  redis.disconnect();
});

/** A space of keys that nobody else uses. */
const space = () => `${namespace}.${randomPrefix()}`;
const turn = (turnId: string) => ({ turnId, user: `said ${turnId}`, assistant: "ok", epoch: 0 });

describe("the Redis store", () => {
  const own = space();
  for (const { title, run } of windowStoreContract({
    create: async (limits) => redisStore(redis, { ...limits, namespace: own }),
  })) {
    it(title, run);
  }
});

/** Counts what really goes over the wire. */
function counted(): { client: IoredisClient; sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    client: {
      evalsha: (...args) => (sent.push("evalsha"), redis.evalsha(...args)),
      eval: (...args) => (sent.push("eval"), redis.eval(...args)),
    },
  };
}

/** Does something between the commands of a read, as another client may. */
function between(before: number, work: () => Promise<unknown>): IoredisClient {
  return {
    evalsha: (...args) => redis.evalsha(...args),
    eval: (...args) => redis.eval(...args),
    pipeline: (parts) => ({
      async exec() {
        const first = await redis.pipeline(parts.slice(0, before)).exec();
        await work();
        const rest = await redis.pipeline(parts.slice(before)).exec();
        return [...(first ?? []), ...(rest ?? [])];
      },
    }),
  };
}

describe("a read in several commands", () => {
  for (const before of [1, 2, 3])
    it(`sees a turn as a whole that came before command ${before + 1}`, async () => {
      const own = space();
      const store = redisStore(redis, { namespace: own });
      await store.commit("42", turn("t1"));
      const client = between(before, () => store.commit("42", turn("t2")));
      const seen = await redisStore(client, { namespace: own }).begin("42", "t2");
      expect(seen).toEqual(await store.begin("42", "t2"));
    });

  it("sees a chat forgotten as a whole", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own });
    await store.commit("42", turn("t1"));
    const client = between(2, () => store.forget("42", "r1"));
    const seen = await redisStore(client, { namespace: own }).begin("42", "t1");
    expect(seen).toEqual(await store.begin("42", "t1"));
  });

  it("is one command where the others fail", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own });
    await store.commit("42", turn("t1"));
    const client: IoredisClient = {
      evalsha: (...args) => redis.evalsha(...args),
      eval: (...args) => redis.eval(...args),
      pipeline: () => ({ exec: () => Promise.reject(new Error("not allowed")) }),
    };
    const seen = await redisStore(client, { namespace: own }).begin("42", "t1");
    expect(seen).toEqual(await store.begin("42", "t1"));
  });
});

describe("on the wire", () => {
  it("opens with commands that read and commits with one, and asks no archive on the way", async (context) => {
    const own = await ownRedis({ appendonly: false });
    context.skip(own.missing, "no redis-server");
    onTestFinished(() => own.stop());
    const client = new Redis(own.url);
    onTestFinished(() => client.disconnect());
    const archive = faultyArchive(inMemoryArchive());
    const memory = createMemory({
      store: redisStore(client),
      archive,
      summarizer: cannedSummarizer(),
    });
    const first = await memory.open("42", { turnId: "t1" });
    await first.commit({ user: "hi", assistant: "ok" });
    await memory.summarize("42");
    const before = archive.calls.length;

    /** Commands that came over a connection; those within a script are counted by Redis, too. */
    async function commands(work: () => Promise<unknown>) {
      await client.config("RESETSTAT");
      await work();
      const stats = await client.info("commandstats");
      const calls = stats.matchAll(/cmdstat_(\w+):calls=(\d+)/g);
      return new Map(Array.from(calls, ([, name = "", count]) => [name, Number(count)]));
    }
    const opening = await commands(() => memory.open("42", { turnId: "t2" }));
    const reads = ["hmget", "mget", "lrange"];
    expect(
      [...opening.keys()].filter((name) => !["invalid_argument", "info", ...reads].includes(name)),
    ).toEqual([]);
    const second = await memory.open("42", { turnId: "t2" });
    const committing = await commands(() => second.commit({ user: "hi", assistant: "ok" }));
    expect([committing.get("evalsha"), committing.get("rpush")]).toEqual([1, 1]);
    expect(committing.has("eval")).toBe(false);
    expect(archive.calls).toHaveLength(before);
  });

  it("commits a turn of several messages with one command, and edits with one more", async () => {
    const { client, sent } = counted();
    const memory = createMemory({ store: redisStore(client, { namespace: space() }) });
    const open = await memory.open("42", { turnId: "m2" });
    const parts = ["m1", "m2", "m3"].map((id) => ({ id, text: id }));
    await open.commit({ user: "m1\nm2\nm3", assistant: "ok", parts });
    expect(sent.filter((name) => name === "evalsha")).toHaveLength(2);
    const revision = await memory.revise("42", { turnId: "m3", editId: "e1" });
    await revision.amend({ text: "better" });
    expect(sent.filter((name) => name === "evalsha")).toHaveLength(4);
  });

  it("needs no more commands for a long conversation than for a short one", async () => {
    const { client, sent } = counted();
    const memory = createMemory({ store: redisStore(client, { namespace: space() }) });
    for (let n = 0; n < 30; n++) {
      const open = await memory.open("42", { turnId: `t${n}` });
      await open.commit({ user: "hi", assistant: "ok" });
    }
    expect(sent.filter((name) => name === "evalsha")).toHaveLength(60);
  });

  it("loads its scripts again after the server has lost them", async (context) => {
    const own = await ownRedis();
    context.skip(own.missing, "no redis-server");
    onTestFinished(() => own.stop());
    const client = new Redis(own.url);
    client.on("error", () => {});
    onTestFinished(() => client.disconnect());
    const store = redisStore(client);
    await store.commit("42", turn("t1"));
    await client.script("FLUSH");
    expect(await store.commit("42", turn("t2"))).toMatchObject({ status: "committed", seq: 2 });
    await own.restart();
    expect(await store.commit("42", turn("t2"))).toMatchObject({ status: "duplicate", seq: 2 });
  });
});

describe("keys", () => {
  it("belong to one chat and one cluster slot, whatever the id looks like", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own });
    const odd = ["x", "x}:d:y", "x:w", "{x}", "*", "a b", "имя"];
    for (const chat of odd) await store.commit(chat, turn("y}:w"));
    const keys = await redis.keys(`{${own}:*`);
    expect(keys).toHaveLength(odd.length * 3);
    const tags = new Set(keys.map((key) => /^\{([^{}]+)\}:[wmd]/.exec(key)?.[1]));
    expect(tags.size).toBe(odd.length);
  });

  it("end together after a silence, but for the epoch, which outlives every job", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own, ttlMs: 60_000 });
    const { epoch } = await store.forget("42", "r1");
    await store.commit("42", { ...turn("t1"), epoch });
    await store.apply("42", { ...(await store.begin("42", "")), to: 1, summary: "One." });
    const keys = await keysOf(own, "42");
    const ttls = await Promise.all(
      keys.map(async (key) => [key.split("}:")[1], (await redis.pttl(key)) > 0]),
    );
    expect(Object.fromEntries(ttls)).toEqual({
      w: true,
      m: true,
      s: true,
      e: false,
      "d:t1": true,
      "f:r1": true,
    });
  });

  it("end later after a summary, and after one was taken over from the archive", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own, ttlMs: 600_000 });
    const record = { epoch: 0, incarnation: "old", version: 7, coversThrough: 70, summary: "Old." };
    const writes = [
      async () => store.apply("42", { ...(await store.begin("42", "")), to: 1, summary: "One." }),
      () => store.hydrate("42", record),
    ];
    await store.commit("42", turn("t1"));
    await store.commit("42", turn("t2"));
    const keys = ["w", "m", "s"].map((part) => `{${own}:42}:${part}`);
    for (const write of writes) {
      await Promise.all(keys.map((key) => redis.pexpire(key, 60_000)));
      expect(await write()).toMatch(/applied|hydrated/);
      for (const key of keys) expect([key, (await redis.pttl(key)) > 300_000]).toEqual([key, true]);
    }
  });

  it("end for a chat whose summary came from the archive and which stays silent", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own, ttlMs: 600_000 });
    const record = { epoch: 0, incarnation: "old", version: 7, coversThrough: 70, summary: "Old." };
    expect(await store.hydrate("42", record)).toBe("hydrated");
    const keys = await keysOf(own, "42");
    expect(keys).toHaveLength(2);
    for (const key of keys) expect([key, (await redis.pttl(key)) > 0]).toEqual([key, true]);
  });

  it("hold no text of a forgotten chat", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own });
    await store.commit("42", turn("t1"));
    await store.apply("42", { ...(await store.begin("42", "")), to: 1, summary: "One." });
    await store.forget("42", "r1");
    const left = (await keysOf(own, "42")).map((key) => key.split("}:")[1]);
    expect(new Set(left)).toEqual(new Set(["d:t1", "e", "f:r1"]));
  });
});

describe("when Redis lost something", () => {
  it("gets an evicted summary back from the archive, and does not fold onto nothing", async () => {
    const own = space();
    const archive = inMemoryArchive();
    const summarizer = cannedSummarizer();
    const memory = createMemory({
      store: redisStore(redis, { namespace: own }),
      archive,
      summarizer,
    });
    await (await memory.open("42", { turnId: "t1" })).commit({ user: "hi", assistant: "ok" });
    await memory.summarize("42");
    await redis.del(`{${own}:42}:s`);
    const open = await memory.open("42", { turnId: "t2" });
    expect(open.degraded).toEqual(["summary_cold"]);
    await open.commit({ user: "hi", assistant: "ok" });
    await memory.summarize("42");
    expect(summarizer.inputs[1]).toMatchObject({
      previous: "Talked up to turn 1.",
      turns: [{ seq: 2 }],
    });
  });

  it("writes nothing for a job whose state is gone", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own });
    await store.commit("42", turn("t1"));
    const state = await store.begin("42", "");
    await redis.del(`{${own}:42}:m`, `{${own}:42}:w`);
    expect(await store.apply("42", { ...state, to: 1, summary: "One." })).toBe("lost");
    expect(await redis.exists(`{${own}:42}:m`, `{${own}:42}:s`)).toBe(0);
  });

  it("skips an entry that is no turn, and says so", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own });
    await store.commit("42", turn("t1"));
    await redis.lpush(`{${own}:42}:w`, "nonsense", '0|1|{"v":2}');
    const state = await store.begin("42", "");
    expect(state).toMatchObject({ unreadable: 2, turns: [{ turnId: "t1" }] });
    expect(state.newerTurns).toBeUndefined();
  });

  it("tells what a newer version wrote, and leaves it as it is", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own });
    await store.commit("42", turn("t1"));
    await store.commit("42", turn("t2"));
    const newer = `1|1|{"v":3,"turnId":"t1"}`;
    await redis.lset(`{${own}:42}:w`, 0, newer);
    await redis.set(`{${own}:42}:s`, '{"v":2,"text":"One."}');
    await store.commit("42", turn("t3"));
    expect(await store.begin("42", "t1")).toMatchObject({
      unreadable: 1,
      newerTurns: [1],
      seen: 1,
      summary: null,
      newerSummary: true,
      turns: [{ turnId: "t2" }, { turnId: "t3" }],
    });
    expect(await store.commit("42", turn("t1"))).toMatchObject({
      status: "duplicate",
      answer: null,
    });
    expect(await redis.lindex(`{${own}:42}:w`, 0)).toBe(newer);
    expect(await redis.get(`{${own}:42}:s`)).toBe('{"v":2,"text":"One."}');
  });

  it("says that a summary cannot be read, and takes the archive's text for it when it is told to", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own });
    await store.commit("42", turn("t1"));
    await store.apply("42", { ...(await store.begin("42", "")), to: 1, summary: "One." });
    await redis.set(`{${own}:42}:s`, "not a summary", "KEEPTTL");
    const state = await store.begin("42", "");
    expect(state).toMatchObject({ summary: null, unreadableSummary: true, version: 1 });
    const record = { ...state, coversThrough: 1, summary: "One, again." };
    expect(await store.hydrate("42", record)).toBe("not_newer");
    expect(await store.hydrate("42", record, { replace: true })).toBe("hydrated");
    const { unreadableSummary: _, ...rest } = state;
    expect(await store.begin("42", "")).toEqual({ ...rest, summary: "One, again." });
  });
});

describe("failures", () => {
  it("say what Redis said, and nothing of what people said", async () => {
    const own = space();
    const store = redisStore(redis, { namespace: own });
    await redis.set(`{${own}:42}:m`, "not a hash");
    const error: unknown = await store
      .commit("42", { turnId: "t1", user: "my secret", assistant: "their secret", epoch: 0 })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "store_unavailable", retryable: true });
    const seen = new Set<unknown>();
    function everything(value: unknown): string {
      if (typeof value !== "object" || value === null || seen.has(value)) return String(value);
      seen.add(value);
      return Object.getOwnPropertyNames(value)
        .map((name) => everything(Reflect.get(value, name)))
        .join(" ");
    }
    const text = everything(error);
    expect(text).toContain("WRONGTYPE");
    expect(text).not.toContain("secret");
  });

  it("come at once for options that make no sense", () => {
    for (const options of [
      { namespace: "a{b" },
      { namespace: "" },
      { ttlMs: 0 },
      { window: 0 },
      { window: 9, cap: 8 },
    ])
      expect(() => redisStore(redis, options)).toThrowError(
        expect.objectContaining({ code: "invalid_argument" }),
      );
  });
});
