import { inMemoryQueue, keepLeases } from "@tgmem/queue";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepUntilClaimed } from "./keep-until-claimed.ts";

const leaseMs = 7_500;
const forMs = 90_000;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

async function start() {
  const queue = inMemoryQueue<number>({
    name: "test",
    schema: { parse: Number },
    handOff: true,
    maxAttempts: 1,
  });
  const kept = keepUntilClaimed(keepLeases(queue, { leaseMs }), { forMs });
  await queue.push([{ id: "a1", lane: "a", body: 1 }]);
  const take = () => queue.take({ max: 10, leaseMs, waitMs: 0 });
  const [job] = await take();
  kept.keep([job?.receipt ?? ""]);
  return { queue, kept, take };
}

it("keeps a job while its run waits in the engine, for much longer than a lease", async () => {
  const { take, queue } = await start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await take()).toEqual([]);
  expect(await queue.claim("a", "a1", { leaseMs })).toMatchObject({ attempt: 1 });
});

it("lets a job go within its short lease when the consumer is killed", async () => {
  const { take, kept } = await start();
  await vi.advanceTimersByTimeAsync(60_000);
  kept.close();
  await vi.advanceTimersByTimeAsync(leaseMs);
  expect(await take()).toMatchObject([{ id: "a1" }]);
});

it("extends nothing that a worker has claimed: its own lease counts then", async () => {
  const { take, queue } = await start();
  await queue.claim("a", "a1", { leaseMs: 5_000 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await take()).toMatchObject([{ id: "a1" }]);
});

it("counts the jobs that no worker has claimed, as soon as it looks", async () => {
  const { queue, kept } = await start();
  expect(kept.waiting()).toBe(1);
  await queue.claim("a", "a1", { leaseMs });
  await kept.look();
  expect(kept.waiting()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

it("lets a job go after a while nevertheless, because the engine may have lost its run", async () => {
  const { take } = await start();
  await vi.advanceTimersByTimeAsync(forMs);
  expect(await take()).toEqual([]);
  await vi.advanceTimersByTimeAsync(leaseMs);
  expect(await take()).toMatchObject([{ id: "a1" }]);
});

it("leaves no timer behind when it keeps nothing", async () => {
  const { kept } = await start();
  kept.close();
  expect(vi.getTimerCount()).toBe(0);
});
