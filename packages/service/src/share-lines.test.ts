import { once } from "node:events";
import { testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";
import { createLineShare, linesChannel } from "./share-lines.ts";

it("shows lines to whoever listens, asks now and then whether somebody does, and says nothing else", async (context) => {
  const server = await testRedis();
  context.skip(server.missing, "no Redis");
  const [redis, listener] = [new Redis(server.url), new Redis(server.url)];
  onTestFinished(() => {
    redis.disconnect();
    listener.disconnect();
  });
  await redis.ping();
  const asked: string[] = [];
  const heard: string[] = [];
  listener.on("message", (_, line: string) => void (line.startsWith("line") && heard.push(line)));
  let now = 0;
  const lines = createLineShare({ now: () => now });
  lines.write("line before there is a client");
  let answered: Promise<unknown> = Promise.resolve();
  lines.to({
    get status() {
      return redis.status;
    },
    pubsub(what, channel) {
      asked.push(channel);
      // Others who use this server may listen to the real channel.
      answered = redis.pubsub(what, `${channel}:${context.task.id}`);
      return answered;
    },
    publish: (channel: string, line: string) =>
      redis.publish(`${channel}:${context.task.id}`, line),
  });
  lines.write("line 1");
  await answered;
  await listener.subscribe(`${linesChannel}:${context.task.id}`);
  lines.write("line 2");
  now += 2_000;
  const arrived = once(listener, "message");
  lines.write("line 3");
  await arrived;
  const second = once(listener, "message");
  lines.write("line 4");
  await second;
  expect(heard).toEqual(["line 3", "line 4"]);
  expect(asked).toHaveLength(2);
});
