import { ownRedisCluster } from "@tgmem/testbed";
import { Cluster } from "ioredis";
import { afterAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { queueContract } from "../testing/index.ts";
import { redisQueue } from "./redis-queue.ts";

const servers = await ownRedisCluster();
const cluster = new Cluster([...servers.nodes], { lazyConnect: servers.missing });

beforeEach((context) => context.skip(servers.missing, "no redis-server"));
afterAll(async () => {
  cluster.disconnect();
  await servers.stop();
});

for (const { title, run } of queueContract({
  create: async (options) => redisQueue(cluster, options),
})) {
  it(title, run);
}

it("spreads queues over all servers of the cluster, and keeps each one on one of them", async () => {
  for (let n = 0; n < 30; n++) {
    const queue = redisQueue(cluster, { name: `spread-${n}`, schema: { parse: String } });
    onTestFinished(() => queue.close());
    await queue.push([{ id: "1", lane: "a", body: "text" }]);
  }
  const keys = await Promise.all(
    cluster.nodes("master").map((node) => node.keys("q:{spread-*}:lane:a")),
  );
  expect(keys.map((list) => list.length > 0)).toEqual([true, true, true]);
  expect(keys.flat()).toHaveLength(30);
});
