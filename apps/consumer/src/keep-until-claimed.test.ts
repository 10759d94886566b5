import { inMemoryQueue } from "@tgmem/queue";
import { expect, it, onTestFinished } from "vitest";
import { keepUntilClaimed } from "./keep-until-claimed.ts";

const leaseMs = 7_500;

async function start() {
  let nowMs = 1_000_000;
  const now = () => nowMs;
  const queue = inMemoryQueue<number>({
    name: "test",
    schema: { parse: Number },
    handOff: true,
    maxAttempts: 1,
    now,
  });
  const errors: unknown[] = [];
  const leases = keepUntilClaimed(queue, {
    leaseMs,
    forMs: 90_000,
    onError: (error) => errors.push(error),
    now,
  });
  onTestFinished(() => leases.close());
  await queue.push([{ id: "a1", lane: "a", body: 1 }]);
  const take = () => queue.take({ max: 10, leaseMs, waitMs: 0 });
  const [job] = await take();
  leases.keep([job?.receipt ?? ""]);
  return {
    queue,
    leases,
    take,
    errors,
    /** Lets time go by, with an extension every few seconds. */
    live: async (ms: number) => {
      for (const end = nowMs + ms; nowMs < end; nowMs += 2_500) await leases.tick();
    },
    later: (ms: number) => void (nowMs += ms),
  };
}

it("keeps a job while its run waits in the engine, for much longer than a lease", async () => {
  const { live, take, queue } = await start();
  await live(60_000);
  expect(await take()).toEqual([]);
  expect(await queue.claim("a", "a1", { leaseMs })).toMatchObject({ attempt: 1 });
});

it("lets a job go within its short lease when the consumer is killed", async () => {
  const { live, take, leases, later } = await start();
  await live(60_000);
  leases.close();
  later(leaseMs);
  expect(await take()).toMatchObject([{ id: "a1" }]);
});

it("extends nothing that a worker has claimed: its own lease counts then", async () => {
  const { live, take, queue } = await start();
  await queue.claim("a", "a1", { leaseMs: 5_000 });
  await live(10_000);
  expect(await take()).toMatchObject([{ id: "a1" }]);
});

it("lets a job go after a while nevertheless, because the engine may have lost its run", async () => {
  const { live, take, later } = await start();
  await live(90_000);
  later(leaseMs);
  expect(await take()).toMatchObject([{ id: "a1" }]);
});

it("tells of an extension that failed, and goes on", async () => {
  const { leases, errors, queue, live, take } = await start();
  const extend = queue.extend.bind(queue);
  queue.extend = () => Promise.reject(new Error("away"));
  await leases.tick();
  queue.extend = extend;
  await live(20_000);
  expect(errors).toHaveLength(1);
  expect(await take()).toEqual([]);
});
