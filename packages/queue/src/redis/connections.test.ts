import { testRedis } from "@tgmem/testbed";
import { until } from "@tgmem/processes";
import { Cluster, Redis, type RedisOptions } from "ioredis";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { connections } from "./connections.ts";

const server = await testRedis();
beforeEach((context) => context.skip(server.missing, "no redis-server"));

function open(options: Omit<RedisOptions, "replyMapping"> = {}) {
  const redis = new Redis(server.url, options);
  redis.on("error", () => {});
  onTestFinished(() => redis.disconnect());
  const own = connections(redis, () => {});
  onTestFinished(() => own.close());
  return own;
}

it("makes connections on which a read may block and a command may wait, whatever the given client is set to", () => {
  const own = open({
    enableAutoPipelining: true,
    commandTimeout: 1_000,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
  });
  for (const { options } of [own.worker(), own.blocking()]) {
    expect(options).toMatchObject({
      enableAutoPipelining: false,
      maxRetriesPerRequest: null,
      enableOfflineQueue: true,
      autoResendUnfulfilledCommands: true,
    });
    expect(options.commandTimeout).toBeUndefined();
  }
});

it("makes such connections to the nodes of a cluster, too", () => {
  const nodes = [{ host: "127.0.0.1", port: 1 }]; // Nobody connects, as long as nothing is asked.
  const cluster = new Cluster(nodes, {
    lazyConnect: true,
    enableAutoPipelining: true,
    enableOfflineQueue: false,
    redisOptions: {
      commandTimeout: 1_000,
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
    },
  });
  onTestFinished(() => cluster.disconnect());
  const own = connections(cluster, () => {});
  onTestFinished(() => own.close());
  for (const { options } of [own.worker(), own.blocking()]) {
    expect(options).toMatchObject({
      enableAutoPipelining: false,
      enableOfflineQueue: true,
      redisOptions: {
        maxRetriesPerRequest: null,
        autoResendUnfulfilledCommands: true,
      },
    });
    expect(options.redisOptions?.commandTimeout).toBeUndefined();
  }
});

it("connects also where the given client waits for its first command", async () => {
  expect(await open({ lazyConnect: true }).worker().ping()).toBe("PONG");
});

it("reads on a connection of its own, which no command waits behind", () => {
  const own = open();
  expect(own.blocking()).not.toBe(own.worker());
  expect([own.worker(), own.blocking()]).toEqual([own.worker(), own.blocking()]);
});

it("ends its connections when it is closed, and makes no others", async () => {
  const own = open();
  const made = [own.worker(), own.blocking()];
  await Promise.all(made.map((connection) => connection.ping()));
  await own.close();
  await until(() => made.every(({ status }) => status === "end"));
  const unused = open();
  await unused.close();
  expect(() => unused.worker()).toThrow("closed");
  expect(() => unused.blocking()).toThrow("closed");
});

it("connects no more when it is closed while Redis is away", async () => {
  const given = new Redis({ port: 1, retryStrategy: () => 1 });
  given.on("error", () => {});
  onTestFinished(() => given.disconnect());
  const own = connections(given, () => {});
  const tries = countTries(own.worker());
  await until(() => tries.count > 0);
  await own.close();
  tries.count = 0;
  const others = countTries(given);
  await until(() => others.count > 2);
  expect(tries.count).toBe(0);
});

function countTries(redis: Redis): { count: number } {
  const tries = { count: 0 };
  redis.on("reconnecting", () => tries.count++);
  return tries;
}
