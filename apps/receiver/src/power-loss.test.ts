import { stat, truncate } from "node:fs/promises";
import { until } from "@tgmem/processes";
import { newestLog } from "@tgmem/testbed";
import { expect, it } from "vitest";
import { receiverWorlds } from "./receiver.kit.ts";

const receiverWorld = await receiverWorlds();

/** Receives a message, and lets Redis lose what it acknowledged of that, as a loss of power does with `everysec`. */
async function losing(text: string) {
  const world = await receiverWorld();
  const { server, redis, redisServer, start, listed, inbound } = world;
  const receiver = await start();
  server.say("42", "before");
  await listed(1);
  const log = await newestLog(redis);
  const { size } = await stat(log);
  server.say("42", text);
  await listed(2);
  return {
    ...world,
    receiver,
    lose: async () => {
      await redisServer.kill();
      await truncate(log, size);
      await redisServer.restart();
      await until(async () => (await inbound.stats()).depth <= 1);
    },
  };
}

it("asks Telegram again for what Redis lost with the power, and puts nothing on the list twice", async () => {
  const { receiver, lose, listed, drain } = await losing("acknowledged and lost");
  await lose();
  await listed(2);
  expect(await drain()).toEqual(["before", "acknowledged and lost"]);
  expect(await receiver.stop("SIGTERM")).toBe(0);
});

it("asks again also when the receiver lost its power in the same moment", async () => {
  const { receiver, lose, listed, drain, start } = await losing("lost with both");
  // By then its place would be in its file, were it written at once.
  const writtenAtMs = performance.now() + 1_000;
  await until(() => performance.now() > writtenAtMs);
  await receiver.stop("SIGKILL");
  await lose();
  const next = await start();
  await listed(2);
  expect(await drain()).toEqual(["before", "lost with both"]);
  expect(await next.stop("SIGTERM")).toBe(0);
});

it("keeps its place when it is told to stop, and asks for nothing again", async () => {
  const { server, start, listed, redis } = await receiverWorld();
  const receiver = await start();
  server.say("42", "hello");
  await listed(1);
  expect(await receiver.stop("SIGTERM")).toBe(0);
  // A list that has forgotten everything would take it once more.
  await redis.flushall();
  const next = await start();
  server.say("42", "next");
  await listed(1);
  expect(await next.stop("SIGTERM")).toBe(0);
});
