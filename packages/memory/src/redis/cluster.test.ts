import { Cluster } from "ioredis";
import { expect, it, onTestFinished } from "vitest";
import { redisStore } from "./redis-store.ts";

it("takes a cluster client, too", () => {
  const cluster = new Cluster([{ host: "127.0.0.1", port: 1 }], { lazyConnect: true });
  onTestFinished(() => cluster.disconnect());
  expect(redisStore(cluster).keeps).toEqual({ window: 10, cap: 200 });
});
