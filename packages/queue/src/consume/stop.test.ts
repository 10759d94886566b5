import { getEventListeners } from "node:events";
import { until } from "@tgmem/processes";
import { afterEach, expect, it, vi } from "vitest";
import { type Body, left, push, setUp } from "./consume.kit.ts";
import { consume } from "./consume.ts";
import type { Handler } from "./consumer.ts";
import { QueueError } from "../errors.ts";

afterEach(() => void vi.useRealTimers());

/** Some turns of the event loop: later than whatever happens at once. */
async function turns(count: number): Promise<"still waits"> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
  return "still waits";
}

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
  expect(await left(queue)).toEqual([
    ["slow", 1],
    ["later", 1],
  ]);
});

it("stops after the grace time when every slot is taken by a handler that does not end", async () => {
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
  await turns(5); // It waits for a slot by now.
  stop.abort();
  await run;
  expect(aborted).toBe(true);
  expect(await left(queue)).toEqual([["1", 1]]);
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
  queue.take = take;
  expect(await left(queue)).toEqual([["1", 1]]);
});

it("waits for the take that it sent ahead, and gives back what that takes", async () => {
  const { queue, events, onEvent } = setUp();
  const answer = Promise.withResolvers<void>();
  const take = queue.take.bind(queue);
  let takes = 0;
  queue.take = async (options) => {
    const nr = ++takes;
    const jobs = await take({ ...options, waitMs: 0 });
    if (nr === 2) await answer.promise;
    return jobs;
  };
  for (const id of ["1", "2", "3"]) await push(queue, id, id);
  const stop = new AbortController();
  const handle: Handler<Body> = async ({ id }) => void (id === "2" && stop.abort());
  const run = consume(queue, handle, { concurrency: 4, onEvent }).run({ signal: stop.signal });
  await until(() => events.length === 2);
  const ended = run.then(() => "ended");
  expect(await Promise.race([ended, turns(20)])).toBe("still waits");
  answer.resolve();
  await ended;
  queue.take = take;
  expect(await left(queue)).toEqual([["3", 1]]);
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

it("settles and tells nothing of a job that it gave back, when its handler ends at the abort or later", async () => {
  const { queue, events, onEvent } = setUp();
  const started = new Set<string>();
  const late = Promise.withResolvers<void>();
  const handle: Handler<Body> = async ({ id }, { signal }) => {
    started.add(id);
    if (id === "late") return late.promise;
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    return signal.throwIfAborted();
  };
  await push(queue, "a", "aborted");
  await push(queue, "b", "late");
  const stop = new AbortController();
  const run = consume(queue, handle, { graceMs: 1, onEvent }).run({ signal: stop.signal });
  await until(() => started.size === 2);
  stop.abort();
  await run;
  late.resolve();
  await turns(5);
  expect(events).toEqual([]);
  expect(await left(queue)).toEqual([
    ["aborted", 1],
    ["late", 1],
  ]);
});

it("shows a stopped handler an aborted signal, also when it asks for its signal only then", async () => {
  const { queue } = setUp();
  const started = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const seen = Promise.withResolvers<AbortSignal>();
  const handle: Handler<Body> = async (_, options) => {
    started.resolve();
    await goOn.promise;
    seen.resolve(options.signal);
  };
  await push(queue, "a", "1");
  const stop = new AbortController();
  const run = consume(queue, handle, { graceMs: 1 }).run({ signal: stop.signal });
  await started.promise;
  stop.abort();
  await run;
  goOn.resolve();
  const { aborted, reason } = await seen.promise;
  expect([aborted, reason]).toEqual([true, new Error("The consumer stops.")]);
});

it("gives back nothing that it settled", async () => {
  const { queue } = setUp();
  let settled = 0;
  let givenBack = 0;
  queue.defer = async () => {
    givenBack++;
    return [];
  };
  const onEvent = () => settled++;
  await push(queue, "a", "1", "2");
  const stop = new AbortController();
  const run = consume(queue, async () => {}, { onEvent }).run({ signal: stop.signal });
  await until(() => settled === 2);
  stop.abort();
  await run;
  expect(givenBack).toBe(0);
});

it("leaves no timer and no listener behind when it has stopped, whatever its handlers do", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { queue } = setUp();
  const started = new Set<string>();
  const handle: Handler<Body> = async ({ id }) => {
    started.add(id);
    if (id === "hangs") await new Promise(() => {});
  };
  await push(queue, "a", "ends");
  await push(queue, "b", "hangs");
  const stop = new AbortController();
  const run = consume(queue, handle, { graceMs: 1 }).run({ signal: stop.signal });
  await until(() => started.size === 2);
  expect(vi.getTimerCount()).toBe(1);
  stop.abort();
  await run;
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(stop.signal, "abort")).toEqual([]);
});

it("stops at once while it rests after a take that failed", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const { queue } = setUp();
  const failed = Promise.withResolvers<void>();
  queue.take = () => Promise.reject(new QueueError("store_unavailable", "Away."));
  const onEvent = () => failed.resolve();
  const stop = new AbortController();
  const run = consume(queue, async () => {}, { onEvent }).run({ signal: stop.signal });
  await failed.promise;
  stop.abort();
  await run;
});
