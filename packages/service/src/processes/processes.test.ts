import { ownRedis } from "@tgmem/testbed";
import { until } from "@tgmem/processes";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { createLogger } from "../logger.ts";
import { createOutages } from "../outages.ts";
import { connectRedis } from "../redis.ts";
import { announce, type Announced, type AnnounceOptions, type Presence } from "./announce.ts";
import { processesKey } from "./process-info.ts";
import { readProcesses } from "./read-processes.ts";

const server = await ownRedis();
const redis = connectRedis(server.url, { outages: createOutages(createLogger("test", "silent")) });
beforeEach((context) => context.skip(server.missing, "no redis-server"));
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

const present: Presence[] = [];
afterEach(async () => {
  await Promise.all(present.splice(0).map((one) => one.leave()));
  await redis.del(processesKey);
});

/** Announces a process, and waits until it was seen. */
async function come(facts: Partial<Announced> = {}, options: AnnounceOptions = {}) {
  const { promise: seen, resolve } = Promise.withResolvers<void>();
  const one = announce(
    redis,
    { name: "worker", failing: async () => [], outages: () => [], ...facts },
    { ...options, onBeat: () => resolve() },
  );
  present.push(one);
  await seen;
  return one;
}

/** Writes a heartbeat that was given so long ago. */
async function leaveBehind(name: string, agoMs: number): Promise<void> {
  const at = Date.now() - agoMs;
  const heartbeat = { name, host: "h", pid: 1, startedAtMs: at - 1_000, failing: [] };
  await redis.hset(processesKey, `${name}@h:1:${agoMs}`, `${at} ${JSON.stringify(heartbeat)}`);
}

it("shows the processes that are there by name, with what each says of itself", async () => {
  const outage = { kind: "model", what: "The key is wrong.", sinceMs: 5 };
  await come({
    name: "worker",
    failing: async () => ["model"],
    outages: () => [outage],
    port: 9103,
    build: "3f2a91c0",
  });
  await come({ name: "receiver", account: "999" });
  expect(await readProcesses(redis)).toMatchObject([
    { name: "receiver", state: "ready", account: "999", pid: process.pid },
    {
      name: "worker",
      state: "not_ready",
      failing: ["model"],
      outages: [outage],
      port: 9103,
      build: "3f2a91c0",
    },
  ]);
});

it("shows no process that left", async () => {
  const one = await come();
  await one.leave();
  expect(await readProcesses(redis)).toEqual([]);
});

it("shows the newest state of a process", async () => {
  let failing: string[] = [];
  await come({ failing: async () => failing }, { everyMs: 5 });
  failing = ["redis"];
  await until(async () => (await readProcesses(redis))[0]?.state === "not_ready");
});

it("calls a process silent that gave no sign, until another one of its name has started", async () => {
  await leaveBehind("sender", 60_000);
  await come({ name: "worker" });
  expect((await readProcesses(redis)).map(({ name, state }) => [name, state])).toEqual([
    ["sender", "silent"],
    ["worker", "ready"],
  ]);
  await come({ name: "sender" });
  expect((await readProcesses(redis)).map(({ state }) => state)).toEqual(["ready", "ready"]);
});

it("keeps of processes that are killed over and over only what somebody needs to know", async () => {
  for (const minutes of [5, 10, 20]) await leaveBehind("worker", minutes * 60_000);
  await leaveBehind("consumer", 61 * 60_000);
  await redis.hset(processesKey, "odd", "not a heartbeat");
  const one = await come();
  await until(async () => (await redis.hkeys(processesKey)).length === 1);
  expect(await redis.hkeys(processesKey)).toEqual([one.id]);
});

it("is seen also when the memory of Redis is full", async () => {
  await redis.config("SET", "maxmemory", "1");
  try {
    const one = await come();
    expect((await readProcesses(redis)).map(({ id }) => id)).toEqual([one.id]);
  } finally {
    await redis.config("SET", "maxmemory", "0");
  }
});
