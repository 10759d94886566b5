import { createPacer, type Pacer } from "@tgmem/telegram";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import * as fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import { createSharedPacer } from "./shared-pacer.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
const prefix = randomPrefix();
beforeEach((context) => context.skip(server.missing, "no Redis"));
afterAll(async () => {
  const keys = server.missing ? [] : await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
  redis.disconnect();
});

let accounts = 0;

/** Makes an account with one clock, and as many senders of it as the test asks for. */
function setup({ perSecond = 1_000, chatIntervalMs = 1_000 } = {}) {
  const clock = { time: 1_000_000 };
  const account = `${prefix}${++accounts}:`;
  const now = () => clock.time;
  const ownPacer = () => createPacer({ perSecond, chatIntervalMs, now });
  const sender = (own: Pacer = ownPacer(), asked: Pick<Redis, "eval"> = redis) => {
    const errors: unknown[] = [];
    const onError = (error: unknown) => void errors.push(error);
    const options = { ownPacer: own, prefix: account, perSecond, chatIntervalMs, now, onError };
    return { errors, ...createSharedPacer(asked, { ...options, answerMs: 20_000 }) };
  };
  return { clock, sender, ownPacer };
}

it("answers as the pacer of one process does, whatever is asked when", async () => {
  const chat = fc.constantFrom("42", "43", "-1");
  const ask = fc.oneof(
    { weight: 20, arbitrary: fc.record({ chat, spare: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ chat, pauseMs: fc.nat(9_000) }) },
    { weight: 1, arbitrary: fc.record({ pauseAllMs: fc.nat(900) }) },
  );
  const steps = fc.array(fc.tuple(fc.nat(900), ask), { minLength: 40, maxLength: 120 });
  const pace = { perSecond: fc.integer({ min: 1, max: 60 }), chatIntervalMs: fc.nat(4_000) };
  await fc.assert(
    fc.asyncProperty(steps, fc.record(pace), async (asks, limits) => {
      const { clock, sender, ownPacer } = setup(limits);
      const [shared, alone] = [sender(), ownPacer()];
      for (const [afterMs, one] of asks) {
        clock.time += afterMs;
        if ("spare" in one)
          expect(await shared.acquire(one.chat, one)).toBe(alone.acquire(one.chat, one));
        else
          for (const pacer of [shared, alone])
            await ("chat" in one
              ? pacer.pauseChat(one.chat, one.pauseMs)
              : pacer.pauseAll(one.pauseAllMs));
      }
      expect(shared.errors).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

it("lets two senders together go no faster than one", async () => {
  const { clock, sender } = setup({ perSecond: 10 });
  const senders = [sender(), sender()];
  let sent = 0;
  for (let ms = 0; ms < 5_000; ms += 20, clock.time += 20)
    for (const [index, one] of senders.entries())
      if ((await one.acquire(`${100 + ((ms / 20) % 40)}${index}`)) === 0) sent++;
  expect(sent).toBe(50);
});

it("lets a chat rest for a sender when another one was told to wait, and all chats when that was for all", async () => {
  const { clock, sender } = setup();
  const [one, other] = [sender(), sender()];
  await one.pauseChat("42", 60_000);
  clock.time += 1_000;
  expect([await other.acquire("42"), await other.acquire("43")]).toEqual([59_000, 0]);
  await one.pauseAll(5_000);
  expect(await other.acquire("44")).toBe(5_000);
});

it("keeps the pace of before when a sender is started again", async () => {
  const { clock, sender } = setup({ chatIntervalMs: 10_000 });
  const waits = [];
  for (let asked = 0; asked < 4; asked++, clock.time++) waits.push(await sender().acquire("42"));
  expect(waits).toEqual([0, 0, 0, 9_997]);
});

it("waits no longer than ever when the clock of Redis is set back", async () => {
  const { clock, sender } = setup({ perSecond: 1 });
  const one = sender();
  await one.acquire("42");
  await one.pauseChat("43", 9_000);
  clock.time -= 500_000;
  expect([await one.acquire("-5"), await one.acquire("43")]).toEqual([1_000, 9_000]);
});

it("keeps its own pace while Redis does not answer, what went before counted in", async () => {
  const { clock, sender, ownPacer } = setup();
  const own = ownPacer();
  const before = sender(own);
  const away = sender(own, { eval: async () => Promise.reject(new Error("away")) });
  const waits = [];
  for (const one of [before, before, away, away]) {
    waits.push(await one.acquire("42"));
    clock.time++;
  }
  expect(waits).toEqual([0, 0, 0, 997]);
  await away.pauseAll(7_000);
  expect(await away.acquire("43")).toBe(7_000);
  expect(away.errors.length).toBe(4);
});
