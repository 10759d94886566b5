import { draftsChannel } from "@tgmem/contracts";
import { until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { senderWorlds } from "../sender.kit.ts";

const senderWorld = await senderWorlds();

const text = "The whole answer, a secret";
const words = text.split(" ");

/** A world in which an answer is written word by word. */
async function writing() {
  const world = await senderWorld();
  return {
    ...world,
    /** Publishes until the chat shows it: who does not listen at that moment misses it. */
    show: async (chatId: string, count: number) => {
      const part = words.slice(0, count).join(" ");
      await until(
        async () => {
          await world.publish(chatId, part);
          return world.sentTo(chatId).includes(`${part} …`);
        },
        { everyMs: 200, what: part },
      );
    },
  };
}

it("lets an answer grow and puts the whole one in its place, and neither the log nor Redis holds a word of it", async () => {
  const { redis, start, push, show, sentTo, allDone } = await writing();
  const sender = await start({ LOG_LEVEL: "debug" });
  await show("42", 1);
  await show("42", 3);
  const kept = await Promise.all((await redis.keys("*")).map((key) => redis.dump(key)));
  await push("42", text);
  await allDone();
  expect(sentTo("42")).toEqual([text]);
  expect(kept.join("\n")).not.toContain("whole");
  expect(sender.output()).not.toContain("whole");
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("puts the whole answer in the place of a partial text though it is killed in the middle", async () => {
  const { server, start, push, show, sentTo, allDone } = await writing();
  const first = await start();
  await show("42", 1);
  server.faults.call({ on: "messages.sendMessage", cut: "after" });
  await show("43", 2);
  await first.stop("SIGKILL");
  const second = await start();
  await show("42", 3);
  await second.stop("SIGKILL");
  const third = await start();
  await push("42", text);
  await allDone();
  expect(sentTo("42")).toEqual([text]);
  expect(await third.stop("SIGTERM")).toBe(0);
});

it("hears again after Redis was away, and is ready meanwhile when only the channel is", async () => {
  const { redis, start, push, show, sentTo, allDone } = await writing();
  const sender = await start();
  await show("42", 1);
  await redis.call("CLIENT", "KILL", "TYPE", "pubsub");
  expect(await sender.status("/readyz")).toBe(200);
  await show("42", 2);
  await push("42", text);
  await allDone();
  expect(sentTo("42")).toEqual([text]);
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("passes over what is no draft, with one warning that shows nothing of it", async () => {
  const { redis, start, show } = await writing();
  const sender = await start();
  await show("42", 1);
  for (const odd of ["", "no JSON", '{"v":2,"id":"a secret"}', '"a"', "[".repeat(100_000)])
    await redis.publish(draftsChannel, odd);
  await show("42", 2);
  expect(sender.output().match(/channel of drafts/g)).toHaveLength(1);
  expect(sender.output()).not.toContain("secret");
  expect(await sender.stop("SIGTERM")).toBe(0);
});

it("shows nothing before the answer when it is told so", async () => {
  const { redis, start, publish, push, sentTo, allDone, called } = await writing();
  const sender = await start({ STREAM_ANSWERS: "off" });
  expect(await publish("42", "The")).toBe(0);
  await push("42", text);
  await allDone();
  expect([sentTo("42"), called("messages.editMessage")]).toEqual([[text], 0]);
  expect(await redis.keys("tgmem:shown:*")).toEqual([]);
  expect(await sender.stop("SIGTERM")).toBe(0);
});
