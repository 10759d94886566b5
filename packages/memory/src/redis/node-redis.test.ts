import { ownRedisCluster, randomPrefix, testRedis } from "@tgmem/testbed";
import { createClient, createCluster } from "redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { windowStoreContract } from "../testing/index.ts";
import { listed, turn } from "../testing/store-kit.ts";
import { redisStore } from "./redis-store.ts";

const server = await testRedis();

describe("a store with a client of node-redis", () => {
  const client = createClient({ url: server.url });
  const namespace = randomPrefix();

  beforeAll(async () => {
    if (!server.missing) await client.connect();
  });
  beforeEach((context) => context.skip(server.missing, "no Redis"));
  afterAll(async () => {
    if (server.missing) return;
    const keys = await client.keys(`{${namespace}*`);
    if (keys.length > 0) await client.unlink(keys);
    await client.close();
  });

  for (const { title, run } of windowStoreContract({
    create: async (limits) => redisStore(client, { ...limits, namespace }),
  }))
    it(title, run);

  it("says what Redis said, and nothing of what people said", async () => {
    await client.set(`{${namespace}:odd}:m`, "not a hash");
    const store = redisStore(client, { namespace });
    const error: unknown = await store
      .commit("odd", turn("t1", { user: "my secret" }))
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "store_unavailable", retryable: true });
    expect(String(error)).toContain("WRONGTYPE");
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("secret");
  });

  it("lists the other chats beside a key that somebody else has written", async () => {
    const store = redisStore(client, { namespace: `${namespace}-listed` });
    await store.commit("42", turn("t1"));
    await client.set(`{${namespace}-listed:odd}:m`, "not a hash");
    const chats = await listed(store, "");
    expect(chats.map(({ chat }) => chat)).toEqual(["42"]);
    await client.unlink([`{${namespace}-listed:odd}:m`]);
  });
});

describe("a store with a cluster of node-redis", async () => {
  const servers = await ownRedisCluster();
  const cluster = createCluster({ rootNodes: servers.nodes.map((socket) => ({ socket })) });

  beforeAll(async () => {
    if (!servers.missing) await cluster.connect();
  });
  beforeEach((context) => context.skip(servers.missing, "no redis-server"));
  afterAll(async () => {
    if (!servers.missing) await cluster.close();
    await servers.stop();
  });

  for (const { title, run } of windowStoreContract({
    create: async (limits) => redisStore(cluster, limits),
  }))
    it(title, run);
});
