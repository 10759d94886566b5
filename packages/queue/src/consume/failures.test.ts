import { until } from "@tgmem/processes";
import { expect, it } from "vitest";
import { push, setUp } from "./consume.kit.ts";
import { consume } from "./consume.ts";
import type { ConsumeEvent } from "./consumer.ts";
import { QueueError } from "../errors.ts";

const away = new QueueError("store_unavailable", "Away.");

it("tells of a take that failed, and goes on with all its slots", async () => {
  const { queue, events, onEvent } = setUp();
  const asked: number[] = [];
  const take = queue.take.bind(queue);
  queue.take = async (options) => {
    asked.push(options.max);
    if (asked.length === 1) throw away;
    return take(options);
  };
  await push(queue, "a", "1");
  const stop = new AbortController();
  const run = consume(queue, async () => {}, { concurrency: 4, onEvent }).run({
    signal: stop.signal,
  });
  await until(() => events.length === 2);
  stop.abort();
  await run;
  expect(events).toEqual([
    { type: "error", error: away },
    { type: "settled", id: "1", attempt: 1, error: undefined },
  ]);
  expect(asked.slice(0, 2)).toEqual([2, 2]);
});

const foreign = Object.assign(new TypeError("broken"), { retryable: true });
it.each([new QueueError("invalid_argument", "Wrong."), foreign])(
  "rejects when a take fails with what does not pass by itself: $name",
  async (error) => {
    const { queue } = setUp();
    queue.take = () => Promise.reject(error);
    const run = consume(queue, async () => {}).run({ signal: new AbortController().signal });
    await expect(run).rejects.toBe(error);
  },
);

it("tells of a settle that failed, and handles the job again after its lease", async () => {
  const { queue, clock, events, onEvent } = setUp();
  const settle = queue.settle.bind(queue);
  queue.settle = () => Promise.reject(away);
  const consumer = consume(queue, async () => {}, { leaseMs: 30_000, onEvent });
  await push(queue, "a", "1");
  await consumer.tick();
  queue.settle = settle;
  clock.now += 30_000;
  await consumer.tick();
  expect(events).toEqual([
    { type: "error", error: away },
    { type: "settled", id: "1", attempt: 1, error: undefined },
  ]);
});

it("tells of an extension that failed, and lets the handler go on", async () => {
  const { queue, events, onEvent } = setUp();
  const work = Promise.withResolvers<void>();
  queue.extend = () => Promise.reject(away);
  const consumer = consume(queue, () => work.promise, { leaseMs: 15, onEvent });
  await push(queue, "a", "1");
  const tick = consumer.tick();
  await until(() => events.length > 0);
  work.resolve();
  await tick;
  expect(events[0]).toEqual({ type: "error", error: away });
  expect(events.at(-1)).toEqual({ type: "settled", id: "1", attempt: 1, error: undefined });
});

it("tells of a job that it could not give back at the stop", async () => {
  const { queue, events, onEvent } = setUp();
  queue.defer = () => Promise.reject(away);
  const started = Promise.withResolvers<void>();
  const handle = () => {
    started.resolve();
    return new Promise<void>(() => {});
  };
  await push(queue, "a", "1");
  const stop = new AbortController();
  const run = consume(queue, handle, { graceMs: 1, onEvent }).run({ signal: stop.signal });
  await started.promise;
  stop.abort();
  await run;
  expect(events).toEqual([{ type: "error", error: away }]);
});

it("says lost when the job was handed out again, and nothing has told of it yet", async () => {
  const { queue, clock, events, onEvent } = setUp();
  async function handle(): Promise<void> {
    clock.now += 30_000;
    await queue.take({ max: 1, leaseMs: 9, waitMs: 0 });
  }
  await push(queue, "a", "1");
  await consume(queue, handle, { leaseMs: 30_000, onEvent }).tick();
  expect(events).toEqual([{ type: "lost", id: "1", attempt: 1 }]);
});

it.each([
  ["its name", new TypeError("secret"), "TypeError"],
  [
    "its name alone where its code is no string",
    Object.assign(new Error("secret"), { code: 7 }),
    "Error",
  ],
  ["no word of what is no error", "secret", "thrown value"],
])("tells of a thrown error, in a dead letter, %s", async (_, thrown, reason) => {
  const { queue } = setUp({ maxAttempts: 1 });
  const events: ConsumeEvent[] = [];
  const handle = () => Promise.reject(thrown);
  await push(queue, "a", "1");
  await consume(queue, handle, { onEvent: (event) => events.push(event) }).tick();
  expect(events).toEqual([{ type: "buried", id: "1", attempt: 1, error: thrown }]);
  expect((await queue.deadLetters({ limit: 1 }))[0]?.reason).toBe(reason);
});
