import { until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { consume } from "./consume.ts";
import type { ConsumeEvent, Handler } from "./consumer.ts";
import { inMemoryQueue } from "../in-memory/in-memory-queue.ts";
import type { Queue } from "../queue.ts";

interface Body {
  readonly n: number;
}
const schema = { parse: (value: unknown): Body => ({ n: Number(value) }) };

function setUp(options: { maxAttempts?: number } = {}) {
  const clock = { now: 1_000 };
  const queue = inMemoryQueue<Body>({ name: "test", schema, now: () => clock.now, ...options });
  const events: ConsumeEvent[] = [];
  return { clock, queue, events, onEvent: (event: ConsumeEvent) => void events.push(event) };
}
const push = (queue: Queue<Body>, lane: string, ...ids: string[]) =>
  queue.push(ids.map((id) => ({ id, lane, body: { n: 1 } })));

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

it("runs at most `concurrency` handlers at once, and takes again as soon as one ends", async () => {
  const { queue } = setUp();
  const open: (() => void)[] = [];
  let most = 0;
  let running = 0;
  let handled = 0;
  const consumer = consume(
    queue,
    async () => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => open.push(resolve));
      running--;
      handled++;
    },
    { concurrency: 2 },
  );
  for (const id of ["1", "2", "3", "4"]) await push(queue, id, id);
  const stop = new AbortController();
  const run = consumer.run({ signal: stop.signal });
  await until(() => open.length === 2);
  open.shift()?.();
  await until(() => open.length === 2);
  await until(() => {
    open.shift()?.();
    return handled === 4;
  });
  stop.abort();
  await run;
  expect(most).toBe(2);
});

it("lets running handlers end when it stops, and gives the rest back after the grace time", async () => {
  const { queue } = setUp();
  const started = new Set<string>();
  const quick = Promise.withResolvers<void>();
  const aborted: string[] = [];
  const consumer = consume(
    queue,
    ({ id }, { signal }) => {
      started.add(id);
      signal.addEventListener("abort", () => aborted.push(id));
      return id === "quick" ? quick.promise : new Promise(() => {});
    },
    { graceMs: 40 },
  );
  await push(queue, "a", "quick", "later");
  await push(queue, "b", "slow");
  const stop = new AbortController();
  const run = consumer.run({ signal: stop.signal });
  await until(() => started.size === 2);
  stop.abort();
  quick.resolve();
  await run;
  expect([...started]).toEqual(["quick", "slow"]);
  expect(aborted).toEqual(["slow"]);
  const left = await queue.take({ max: 9, leaseMs: 9, waitMs: 0 });
  expect(left.map(({ id, attempt }) => [id, attempt])).toEqual([
    ["slow", 1],
    ["later", 1],
  ]);
});

it("stops after the grace time when every place is taken by a handler that does not end", async () => {
  const { queue } = setUp();
  const started = Promise.withResolvers<void>();
  let aborted = false;
  const handle: Handler<Body> = (_, { signal }) => {
    signal.addEventListener("abort", () => (aborted = true));
    started.resolve();
    return new Promise(() => {});
  };
  await push(queue, "a", "1");
  const stop = new AbortController();
  const run = consume(queue, handle, { concurrency: 1, graceMs: 1 }).run({ signal: stop.signal });
  await started.promise;
  stop.abort();
  await run;
  expect(aborted).toBe(true);
  expect((await queue.take({ max: 1, leaseMs: 9, waitMs: 0 })).map(({ id }) => id)).toEqual(["1"]);
});

it("works on while what it handled is being settled, on twice its places at most", async () => {
  const { queue } = setUp();
  const settles: (() => void)[] = [];
  const settle = queue.settle.bind(queue);
  queue.settle = async (receipts) => {
    await new Promise<void>((resolve) => settles.push(resolve));
    return settle(receipts);
  };
  const handled: string[] = [];
  const consumer = consume(queue, async ({ id }) => void handled.push(id), { concurrency: 2 });
  const ids = ["1", "2", "3", "4", "5", "6"];
  for (const id of ids) await push(queue, id, id);
  const stop = new AbortController();
  const run = consumer.run({ signal: stop.signal });
  await until(() => handled.length === 4);
  await new Promise((resolve) => setImmediate(resolve));
  expect([handled.length, (await queue.stats()).inFlight]).toEqual([4, 4]);
  await until(() => {
    settles.shift()?.();
    return handled.length === 6 && settles.length === 0;
  });
  stop.abort();
  await run;
  expect([handled.toSorted(), (await queue.stats()).depth]).toEqual([ids, 0]);
});

it("fetches more while it begins with a full answer, and after another one waits for a free place", async () => {
  const { queue } = setUp();
  const log: string[] = [];
  const take = queue.take.bind(queue);
  queue.take = (options) => {
    log.push(`take ${options.max}`);
    return take(options);
  };
  const ends: (() => void)[] = [];
  const handle: Handler<Body> = ({ id }) => {
    log.push(id);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  for (const id of ["1", "2", "3", "4", "5"]) await push(queue, id, id);
  const stop = new AbortController();
  const run = consume(queue, handle, { concurrency: 4 }).run({ signal: stop.signal });
  await until(() => ends.length === 4);
  expect(log).toEqual(["take 2", "take 2", "1", "2", "3", "4"]);
  ends.shift()?.();
  await until(() => ends.length === 4);
  expect(log.slice(6)).toEqual(["take 1", "5"]);
  stop.abort();
  for (const end of ends) end();
  await run;
  expect((await queue.stats()).depth).toBe(0);
});

it("stops at once when nothing runs", async () => {
  const { queue } = setUp();
  const stop = new AbortController();
  const run = consume(queue, async () => {}).run({ signal: stop.signal });
  stop.abort();
  await run;
});

it("gives back what a take hands out at the moment of the stop", async () => {
  const { queue } = setUp();
  const stop = new AbortController();
  const take = queue.take.bind(queue);
  queue.take = async (options) => {
    const jobs = await take({ ...options, waitMs: 0 });
    stop.abort();
    return jobs;
  };
  await push(queue, "a", "1");
  await consume(queue, async () => {}).run({ signal: stop.signal });
  const left = await take({ max: 1, leaseMs: 9, waitMs: 0 });
  expect(left.map(({ id, attempt }) => [id, attempt])).toEqual([["1", 1]]);
});

it("stops although its queue does not answer", async () => {
  const { queue } = setUp();
  const started = Promise.withResolvers<void>();
  queue.defer = () => new Promise(() => {});
  const stop = new AbortController();
  const handle: Handler<Body> = () => {
    started.resolve();
    return new Promise(() => {});
  };
  await push(queue, "a", "1");
  const run = consume(queue, handle, { graceMs: 1 }).run({ signal: stop.signal });
  await started.promise;
  stop.abort();
  await run;
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
  const run = consume(queue, async () => {}).run({ signal: new AbortController().signal });
  const rejected = expect(run).rejects.toMatchObject({ code: "closed" });
  await queue.close();
  await rejected;
});
