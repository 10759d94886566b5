import { until } from "@tgmem/processes";
import { expect, it, onTestFinished, vi } from "vitest";
import { type Body, push, setUp } from "./consume.kit.ts";
import { consume } from "./consume.ts";
import type { Handler } from "./consumer.ts";
import type { Queue } from "../queue.ts";

/** A consumer whose handlers run until they are ended, with jobs of a lane each at work. */
async function atWork(
  queue: Queue<Body>,
  { concurrency, jobs }: { readonly concurrency: number; readonly jobs: number },
) {
  const asked: number[] = [];
  const take = queue.take.bind(queue);
  queue.take = (options) => {
    asked.push(options.max);
    return take(options);
  };
  const ends: (() => void)[] = [];
  const handle = () => new Promise<void>((resolve) => ends.push(resolve));
  for (let job = 0; job < jobs; job++) await push(queue, `lane ${job}`, `${job}`);
  const stop = new AbortController();
  const run = consume(queue, handle, { concurrency }).run({ signal: stop.signal });
  await until(() => ends.length === jobs);
  return { asked, ends, run, stop };
}

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

it("works on while what it handled is being settled, on twice its slots at most", async () => {
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

it("fetches more while it begins with a full answer, and after another one waits for a free slot", async () => {
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

it("asks once for all the slots that become free in one turn of the event loop", async () => {
  const { queue } = setUp();
  const { asked, ends, run, stop } = await atWork(queue, { concurrency: 4, jobs: 4 });
  for (const end of ends.splice(0, 2)) {
    end();
    for (let i = 0; i < 20; i++) await Promise.resolve();
  }
  await until(() => asked.length === 3);
  expect(asked).toEqual([2, 2, 2]);
  stop.abort();
  for (const end of ends) end();
  await run;
});

it("asks for all its free slots after an answer that was not full", async () => {
  const { queue } = setUp();
  const { asked, ends, run, stop } = await atWork(queue, { concurrency: 3, jobs: 1 });
  await until(() => asked.length === 2);
  expect(asked).toEqual([2, 2]);
  stop.abort();
  for (const end of ends) end();
  await run;
});

it("sleeps while every slot is taken", async () => {
  const turn = setImmediate;
  const turns = vi.spyOn(globalThis, "setImmediate");
  onTestFinished(() => turns.mockRestore());
  const { queue } = setUp();
  const { ends, run, stop } = await atWork(queue, { concurrency: 1, jobs: 1 });
  turns.mockClear();
  for (let i = 0; i < 50; i++) await new Promise((resolve) => turn(resolve));
  expect(turns.mock.calls.length).toBeLessThan(5);
  stop.abort();
  for (const end of ends) end();
  await run;
});

it("asks for no more than a take may hand out, however many slots it has", async () => {
  const { queue } = setUp();
  const asked: number[] = [];
  const take = queue.take.bind(queue);
  queue.take = (options) => {
    asked.push(options.max);
    return take(options);
  };
  const consumer = consume(queue, async () => {}, { concurrency: 3_000 });
  await consumer.tick();
  const stop = new AbortController();
  const run = consumer.run({ signal: stop.signal });
  await until(() => asked.length === 2);
  stop.abort();
  await run;
  expect(asked).toEqual([1_000, 1_000]);
});
