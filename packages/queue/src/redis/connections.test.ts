import { testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";
import { connections } from "./connections.ts";

const server = await testRedis();

it("makes connections on which a read may block, whatever the given client is set to", async (context) => {
  context.skip(server.missing, "no redis-server");
  const redis = new Redis(server.url, { enableAutoPipelining: true, commandTimeout: 1_000 });
  onTestFinished(() => redis.disconnect());
  const own = connections(redis);
  onTestFinished(() => own.close());
  for (const connection of [own.worker(), own.blocking()]) {
    expect(connection.options.enableAutoPipelining).toBe(false);
    expect(connection.options.commandTimeout).toBeUndefined();
  }
});
