import { getEventListeners } from "node:events";
import { until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { type Body, push, setUp } from "./consume.kit.ts";
import { consume } from "./consume.ts";
import type { Handler } from "./consumer.ts";

it("settles what was handled, in the order of the lane", async () => {
  const { queue, events, onEvent } = setUp();
  const handled: string[] = [];
  const consumer = consume(queue, async ({ id }) => void handled.push(id), { onEvent });
  await push(queue, "a", "1", "2");
  await push(queue, "b", "3");
  expect([await consumer.tick(), await consumer.tick(), await consumer.tick()]).toEqual([2, 1, 0]);
  expect(handled).toEqual(["1", "3", "2"]);
  expect(events.map(({ type }) => type)).toEqual(["settled", "settled", "settled"]);
  expect((await queue.stats()).depth).toBe(0);
});

it("retries what threw with back-off, and names the error but not its words", async () => {
  const { queue, clock, events, onEvent } = setUp({ maxAttempts: 2 });
  const failure = Object.assign(new TypeError("secret"), { code: "E_BROKEN" });
  const consumer = consume(queue, () => Promise.reject(failure), {
    onEvent,
    backoff: (attempt) => attempt * 10,
  });
  await push(queue, "a", "1");
  await consumer.tick();
  clock.now += 9;
  expect(await consumer.tick()).toBe(0);
  clock.now += 1;
  expect(await consumer.tick()).toBe(1);
  expect(events).toEqual([
    { type: "retried", id: "1", attempt: 1, error: failure },
    { type: "buried", id: "1", attempt: 2, error: failure },
  ]);
  expect((await queue.deadLetters({ limit: 1 }))[0]?.reason).toBe("TypeError (E_BROKEN)");
});

it("does what the handler decides: retry, defer, bury", async () => {
  const { queue, clock, events, onEvent } = setUp();
  const verdicts = {
    "1": { action: "retry", delayMs: 5, reason: "busy" },
    "2": { action: "defer", delayMs: 5 },
    "3": { action: "bury", reason: "no" },
  } as const;
  const handle: Handler<Body> = async ({ id, attempt }) =>
    id === "1" || id === "2" || id === "3" ? (attempt < 2 ? verdicts[id] : undefined) : undefined;
  const consumer = consume(queue, handle, { onEvent });
  for (const id of ["1", "2", "3"]) await push(queue, id, id);
  await consumer.tick();
  expect(events.map(({ type }) => type).toSorted()).toEqual(["buried", "deferred", "retried"]);
  clock.now += 5;
  expect(
    (await queue.take({ max: 9, leaseMs: 9, waitMs: 0 })).map(({ id, attempt }) => [id, attempt]),
  ).toEqual([
    ["1", 2],
    ["2", 1],
  ]);
  expect((await queue.deadLetters({ limit: 9 })).map(({ reason }) => reason)).toEqual(["no"]);
});

it("extends the lease while the handler runs", async () => {
  const { queue, clock } = setUp();
  const work = Promise.withResolvers<void>();
  const consumer = consume(queue, () => work.promise, {
    leaseMs: 15,
  });
  await push(queue, "a", "1");
  const tick = consumer.tick();
  await until(async () => (await queue.stats()).inFlight === 1);
  clock.now += 14;
  let extended = 0;
  const extend = queue.extend.bind(queue);
  queue.extend = async (...given) => {
    const outcomes = await extend(...given);
    extended++;
    return outcomes;
  };
  await until(() => extended > 0);
  clock.now += 14;
  expect(await queue.take({ max: 1, leaseMs: 9, waitMs: 0 })).toEqual([]);
  work.resolve();
  await tick;
  expect((await queue.stats()).depth).toBe(0);
});

it("aborts a handler whose job was lost, and writes nothing for it", async () => {
  const { queue, clock, events, onEvent } = setUp();
  const consumer = consume(
    queue,
    (_, { signal }) =>
      new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve())),
    { leaseMs: 30, onEvent },
  );
  await push(queue, "a", "1");
  const tick = consumer.tick();
  await until(async () => (await queue.stats()).inFlight === 1);
  clock.now += 30;
  const [other] = await queue.take({ max: 1, leaseMs: 1_000, waitMs: 0 });
  await tick;
  expect(events).toEqual([{ type: "lost", id: "1", attempt: 1 }]);
  expect(await queue.settle([other?.receipt ?? ""])).toEqual(["done"]);
});

it("says lost, not settled, when somebody else finished the job meanwhile", async () => {
  const { queue, events, onEvent } = setUp();
  const consumer = consume(queue, async ({ receipt }) => void (await queue.settle([receipt])), {
    onEvent,
  });
  await push(queue, "a", "1");
  await consumer.tick();
  expect(events).toEqual([{ type: "lost", id: "1", attempt: 1 }]);
});

it("tells of each answered take", async () => {
  const { queue } = setUp();
  const takes: number[] = [];
  const consumer = consume(queue, async () => {}, { onTake: (count) => takes.push(count) });
  await push(queue, "a", "1");
  await consumer.tick();
  await consumer.tick();
  expect(takes).toEqual([1, 0]);
});

it("rejects when its queue is closed", async () => {
  const { queue } = setUp();
  const { signal } = new AbortController();
  const run = consume(queue, async () => {}).run({ signal });
  const rejected = expect(run).rejects.toMatchObject({ code: "closed" });
  await queue.close();
  await rejected;
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

it("asks for ten jobs at once and for leases of half a minute, unless told otherwise", async () => {
  const { queue } = setUp();
  const asked: unknown[] = [];
  queue.take = async (options) => {
    asked.push(options);
    return [];
  };
  await consume(queue, async () => {}).tick();
  expect(asked).toEqual([{ max: 10, leaseMs: 30_000, waitMs: 0 }]);
});

it("extends no lease whose handler has ended, while it is being settled", async () => {
  const { queue } = setUp();
  const settling = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  const settle = queue.settle.bind(queue);
  queue.settle = async (receipts) => {
    settling.resolve();
    await answer.promise;
    return settle(receipts);
  };
  const extended: number[] = [];
  const extend = queue.extend.bind(queue);
  queue.extend = async (receipts, options) => {
    extended.push(receipts.length);
    return extend(receipts, options);
  };
  const work = Promise.withResolvers<void>();
  const handle: Handler<Body> = async ({ id }) => void (id === "works" && (await work.promise));
  await push(queue, "a", "ends");
  await push(queue, "b", "works");
  const tick = consume(queue, handle, { leaseMs: 15 }).tick();
  await settling.promise;
  extended.length = 0;
  await until(() => extended.length > 1);
  expect([...new Set(extended)]).toEqual([1]);
  work.resolve();
  answer.resolve();
  await tick;
});
