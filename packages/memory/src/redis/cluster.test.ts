import { ownRedisCluster } from "@tgmem/testbed";
import { Cluster } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import { windowStoreContract } from "../testing/index.ts";
import { redisStore } from "./redis-store.ts";

const servers = await ownRedisCluster();
const cluster = new Cluster([...servers.nodes], { lazyConnect: servers.missing });

beforeEach((context) => context.skip(servers.missing, "no redis-server"));
afterAll(async () => {
  cluster.disconnect();
  await servers.stop();
});

for (const { title, run } of windowStoreContract({
  create: async (limits) => redisStore(cluster, limits),
})) {
  it(title, run);
}

it("spreads chats over all servers of the cluster", async () => {
  const store = redisStore(cluster, { namespace: "spread" });
  for (let n = 0; n < 50; n++)
    await store.commit(`chat-${n}`, { turnId: "t1", user: "hi", assistant: "ok", epoch: 0 });
  const keys = await Promise.all(cluster.nodes("master").map((node) => node.keys("{spread:*")));
  expect(keys.map((list) => list.length > 0)).toEqual([true, true, true]);
  // A window, the numbers and an id for each of the fifty.
  expect(keys.flat()).toHaveLength(150);
});
