import { inboundQueue, type OutboundMessage, outboundQueue } from "@tgmem/contracts";
import { inMemoryQueue, type Queue } from "@tgmem/queue";
import type { ProcessInfo } from "@tgmem/service";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import { type AdminMarks, createTellAdmins, redisAdminMarks } from "./tell-admins.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
const prefix = randomPrefix();
beforeEach((context) => context.skip(server.missing, "no Redis"));
afterAll(async () => {
  const keys = server.missing ? [] : await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
});

const { signal } = new AbortController();
let worlds = 0;

/** Makes the lists, and as many senders as a test asks for; all see the same silent worker. */
function setup() {
  const inbound = inMemoryQueue(inboundQueue);
  const outbound: Queue<OutboundMessage> = inMemoryQueue(outboundQueue);
  const keys = `${prefix}${++worlds}:`;
  const silent: ProcessInfo = {
    id: "w",
    name: "worker",
    host: "h",
    pid: 1,
    startedAtMs: 1,
    seenAtMs: 2,
    state: "silent",
    failing: [],
    outages: [],
  };
  const clock = { time: 1_000_000 };
  const sender = (broken: Partial<AdminMarks> = {}) =>
    createTellAdmins({
      marks: { ...redisAdminMarks(redis, { prefix: keys }), ...broken },
      lists: [{ name: "inbound", queue: inbound }],
      processes: async () => [silent],
      outbound,
      admins: new Set(["42", "43"]),
      onError: (error) => {
        throw error;
      },
      now: () => clock.time,
    });
  /** Ends the turn of whoever looked, as half a minute does. */
  const wait = async () => {
    clock.time += 30_000;
    await redis.del(`${keys}turn`);
  };
  const sent = async (): Promise<string[][]> => {
    const jobs = await outbound.take({ max: 100, leaseMs: 60_000, waitMs: 0 });
    await outbound.settle(jobs.map(({ receipt }) => receipt));
    if (jobs.length === 0) return [];
    return [...jobs.map(({ body }) => [body.chatId, body.text]), ...(await sent())];
  };
  return { inbound, sender, wait, sent };
}

const sentence = "⚠️ The worker gives no sign: it was killed, it hangs, or it cannot reach Redis.";

it("tells each operator once, however many senders look", async () => {
  const { sender, wait, sent } = setup();
  const senders = [sender(), sender()];
  for (let time = 0; time < 4; time++) {
    await Promise.all(senders.map((one) => one.look({ signal })));
    await wait();
  }
  expect(await sent()).toEqual([
    ["42", sentence],
    ["43", sentence],
  ]);
});

it("tells it once although a sender died right after it had told", async () => {
  const { sender, wait, sent } = setup();
  await sender().look({ signal });
  await wait();
  const dying = {
    write: async () => {
      throw new Error("killed");
    },
  };
  await expect(sender(dying).look({ signal })).rejects.toThrow("killed");
  await wait();
  await sender().look({ signal });
  expect((await sent()).length).toBe(2);
});

it("tells how many letters died, and no text of them", async () => {
  const { inbound, sender, wait, sent } = setup();
  const one = sender();
  await one.look({ signal });
  const body = {
    v: 1,
    chatId: "7",
    userId: "7",
    messageId: 1,
    text: "secret",
    sentAtMs: 1,
  } as const;
  await inbound.push([{ id: "tg:9:7:1", lane: "chat:7", body }]);
  const jobs = await inbound.take({ max: 1, leaseMs: 60_000, waitMs: 0 });
  await inbound.bury(
    jobs.map(({ receipt }) => receipt),
    { reason: "no" },
  );
  await wait();
  await one.look({ signal });
  const texts = (await sent()).filter(([chatId]) => chatId === "42").map(([, text]) => text);
  expect(texts).toEqual([
    sentence,
    "⚠️ 1 new dead letter on the list inbound. `tgmem dead list inbound` says why.",
  ]);
});

it("tells afterwards that Redis was away, once an hour", async () => {
  const { sender, sent } = setup();
  await Promise.all([sender(), sender()].map((one) => one.wasAway(180_000)));
  const texts = (await sent()).map(([, text]) => text);
  expect(texts).toEqual(
    Array(2).fill("✅ Redis took no writes for 3 min, and does again. What waited goes on."),
  );
});
