import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownRedis, ownRedisCluster, randomPrefix, testRedis } from "@tgmem/testbed";
import { Cluster, Redis } from "ioredis";
import { createClient } from "redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { recallIndex } from "../recall/create-recall-index.ts";
import { recallContract } from "../testing/index.ts";
import { add, dayMs, found, postingsOf, said } from "../testing/recall-kit.ts";
import { redisPostings } from "./redis-postings.ts";
import { redisStore } from "./redis-store.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
const namespace = randomPrefix();
const space = () => `${namespace}.${randomPrefix()}`;
/** So often the same word that its postings stand under both keys. */
const often = Array.from({ length: 75 }, (_, n) => said(`t${n}`, "zebra", "A zebra."));
const keysOf = async (own: string) => (await redis.keys(`{${own}:*`)).toSorted();

beforeEach((context) => context.skip(server.missing, "no Redis"));
afterAll(async () => {
  if (server.missing) return redis.disconnect();
  const keys = await redis.keys(`{${namespace}*`);
  if (keys.length > 0) await redis.unlink(...keys);
  redis.disconnect();
});

describe("a recall index in Redis", () => {
  for (const { title, run } of recallContract({
    create: async (limits) => redisPostings(redis, { ...limits, namespace }),
  }))
    it(title, run);

  it("leaves no byte of a forgotten chat but the epoch, and no id of a dropped turn", async () => {
    const own = space();
    const store = redisPostings(redis, { namespace: own, maxTurns: 300 });
    for (let n = 0; n < 400; n += 10)
      await add(
        store,
        "42",
        Array.from({ length: 10 }, (_, at) => said(`secretid${n + at}`, "My secret: xylophone.")),
      );
    const keys = await keysOf(own);
    expect(keys).toEqual(["ri", "rm", "rp", "rq", "rt"].map((part) => `{${own}:42}:${part}`));
    expect(await redis.hlen(`{${own}:42}:ri`)).toBe(300);
    expect(await redis.hlen(`{${own}:42}:rt`)).toBe(300);
    await store.forget("42", 1);
    expect(await keysOf(own)).toEqual([`{${own}:42}:e`]);
    expect(await redis.get(`{${own}:42}:e`)).toBe("1");
  });

  it("ends with the chat when nothing is added for so long", async () => {
    const own = space();
    const store = redisPostings(redis, { namespace: own, ttlMs: 600_000 });
    await add(store, "42", often);
    const keys = await keysOf(own);
    expect(keys).toHaveLength(5);
    for (const key of keys) {
      expect(await redis.pttl(key)).toBeGreaterThan(0);
      await redis.pexpire(key, 1_000);
    }
    await add(store, "42", [said("b", "zebra")]);
    for (const key of await keysOf(own)) expect(await redis.pttl(key)).toBeGreaterThan(1_000);
  });

  it("guesses by the rarest words, however often the others were said", async () => {
    const own = space();
    const store = redisPostings(redis, { namespace: own });
    const rare = said("a", "One giraffe is a friend of the old zebra.", "Ok.", -dayMs);
    await add(store, "42", [rare, ...often]);
    const options = { sittings: false };
    const { likely } = await store.read("42", ["zebra", "giraf"], options);
    expect(likely?.get(1)?.turnId).toBe("a");
  });

  it("keeps no posting of a dropped turn, however common its word is", async () => {
    const own = space();
    const store = redisPostings(redis, { namespace: own, maxTurns: 100 });
    await add(
      store,
      "42",
      Array.from({ length: 200 }, (_, n) => said(`t${n}`, "zebra", "A zebra.")),
    );
    expect(await postingsOf(store, "42", "zebra")).toBe(200);
  });

  it("keeps the epoch for ever, which fences whoever comes late", async () => {
    const own = space();
    await add(redisPostings(redis, { namespace: own }), "42", [said("a", "zebra")], 1);
    expect(await redis.pttl(`{${own}:42}:e`)).toBe(-1);
  });

  it("gives nothing of an older life than the window is of", async () => {
    const own = space();
    const store = redisPostings(redis, { namespace: own });
    await add(store, "42", [said("a", "zebra")], 1);
    await redis.set(`{${own}:42}:e`, "2");
    expect(await found(store, "42", "zebra")).toEqual([]);
    expect(await store.state("42", ["a"])).toMatchObject({ epoch: 2, last: 0, known: new Map() });
  });

  it("knows when the newest of thousands of sittings began, in bounded space", async () => {
    const own = space();
    const store = redisPostings(redis, { namespace: own });
    const turns = Array.from({ length: 2_500 }, (_, n) => said(`t${n}`, "zebra", "", n * dayMs));
    await add(store, "42", turns);
    const text = await redis.hget(`{${own}:42}:rm`, "sittings");
    expect(text?.length).toBeLessThanOrEqual(32_768);
    const { sittings, last } = await store.read("42", [], { sittings: true });
    expect(sittings.at(-1)).toEqual([last, 2_499 * dayMs]);
    expect(sittings.length).toBeGreaterThan(1_000);
  });

  it("goes with the window in one step, and is fenced by its epoch", async () => {
    const own = space();
    const postings = redisPostings(redis, { namespace: own });
    const store = redisStore(redis, { namespace: own });
    await add(postings, "42", often);
    expect(await keysOf(own)).toHaveLength(5);
    const { epoch } = await store.forget("42", "r1");
    expect(await keysOf(own)).toEqual([`{${own}:42}:e`, `{${own}:42}:f:r1`]);
    expect(await add(postings, "42", [said("b", "zebra")], 0)).toBe("forgotten");
    expect(await add(postings, "42", [said("c", "zebra")], epoch)).toBe("added");
    await store.forget("42", "r1");
    expect(await found(postings, "42", "zebra")).toEqual(["c"]);
  });

  it("takes one round trip, and a second one for texts that it has not guessed", async () => {
    const own = space();
    const store = redisPostings(redis, { namespace: own });
    const others = Array.from({ length: 12 }, (_, n) => said(`g${n}`, "giraffe", "Ok.", n * dayMs));
    await add(store, "42", [...others, said("a", "zebra", "Ok.", 20 * dayMs)]);
    await found(store, "42", "zebra");
    let sent = 0;
    const client = {
      evalsha: (...args: Parameters<typeof redis.evalsha>) => (sent++, redis.evalsha(...args)),
      eval: (...args: Parameters<typeof redis.eval>) => (sent++, redis.eval(...args)),
    };
    const countedStore = redisPostings(client, { namespace: own });
    expect(await found(countedStore, "42", "a zebra that sleeps soundly")).toEqual(["a"]);
    expect(sent).toBe(1);
    expect(await found(countedStore, "42", "some giraffe that sleeps soundly")).toHaveLength(12);
    expect(sent).toBe(3);
    sent = 0;
    expect(await found(countedStore, "42", "what is it?")).toEqual([]);
    expect(sent).toBe(0);
  });
});

describe("a recall index with a client of node-redis", () => {
  const client = createClient({ url: server.url });
  beforeAll(async () => {
    if (!server.missing) await client.connect();
  });
  afterAll(async () => {
    if (!server.missing) await client.close();
  });

  for (const { title, run } of recallContract({
    create: async (limits) => redisPostings(client, { ...limits, namespace }),
  }))
    it(title, run);
});

describe("a recall index in a cluster", async () => {
  const servers = await ownRedisCluster();
  const cluster = new Cluster([...servers.nodes], { lazyConnect: servers.missing });
  beforeEach((context) => context.skip(servers.missing, "no redis-server"));
  afterAll(async () => {
    cluster.disconnect();
    await servers.stop();
  });

  for (const { title, run } of recallContract({
    create: async (limits) => redisPostings(cluster, limits),
  }))
    it(title, run);
});

describe("in a Redis whose server orders texts as English does", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tgmem-locale-"));
  const locale = "en_US.UTF-8";
  const made = spawnSync("localedef", ["-i", "en_US", "-f", "UTF-8", join(folder, locale)]);
  const own = await ownRedis({ appendonly: false, env: { LOCPATH: folder, LC_ALL: locale } });
  const client = new Redis(own.url, { lazyConnect: own.missing });
  beforeEach(async (context) => {
    context.skip(made.status !== 0, "no localedef");
    context.skip(own.missing, "no redis-server");
    expect(await client.eval("return 'a' < 'B'", 0)).toBe(1);
  });
  afterAll(async () => {
    client.disconnect();
    await own.stop();
    rmSync(folder, { recursive: true });
  });

  for (const { title, run } of recallContract({
    create: async (limits) => redisPostings(client, limits),
  }))
    it(title, run);
});

describe("at the memory limit of Redis", () => {
  it("takes nothing, says so, and still finds and forgets", async (context) => {
    const full = await ownRedis({ appendonly: false });
    context.skip(full.missing, "no redis-server");
    const own = new Redis(full.url);
    onTestFinished(async () => {
      own.disconnect();
      await full.stop();
    });
    const store = redisPostings(own);
    await add(store, "42", [said("a", "zebra")]);
    await own.config("SET", "maxmemory", "1");
    expect(await add(store, "42", [said("b", "zebra")])).toBe("full");
    expect(await found(store, "42", "zebra")).toEqual(["a"]);
    await recallIndex(store).replace("42", said("a", "", ""), { epoch: 0 });
    expect(await found(store, "42", "zebra")).toEqual([]);
    await store.forget("42", 1);
    expect(await own.keys("*")).toEqual(["{tgmem:42}:e"]);
  });
});
