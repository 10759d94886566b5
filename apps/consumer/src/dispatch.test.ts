import { inMemoryQueue } from "@tgmem/queue";
import { until } from "@tgmem/processes";
import { afterEach, expect, it } from "vitest";
import { dispatch, type DispatchEvent, type DispatchOptions } from "./dispatch.ts";

const stopping: AbortController[] = [];
afterEach(() => stopping.splice(0).forEach((controller) => controller.abort()));

function start(options: Pick<DispatchOptions, "start"> & Partial<DispatchOptions>) {
  const queue = inMemoryQueue<number>({
    name: "test",
    schema: { parse: Number },
    handOff: true,
    maxAttempts: 1,
  });
  const controller = new AbortController();
  stopping.push(controller);
  const events: DispatchEvent[] = [];
  const running = dispatch({
    queue,
    retryDelayMs: 5,
    onEvent: (event) => events.push(event),
    signal: controller.signal,
    ...options,
  });
  return {
    queue,
    events,
    stop: async () => {
      controller.abort();
      await running;
    },
  };
}

const job = (lane: string, body: number) => ({ id: `${lane}${body}`, lane, body });

it("starts one run for the head message of every chat, in one call, and none for those behind", async () => {
  const calls: unknown[] = [];
  const { queue } = start({
    start: async (refs) => {
      calls.push(refs);
      return { started: refs.length, alive: 0 };
    },
  });
  await queue.push([job("a", 1), job("a", 2), job("b", 1)]);
  await until(() => calls.length > 0);
  expect(calls).toEqual([
    [
      { lane: "a", id: "a1" },
      { lane: "b", id: "b1" },
    ],
  ]);
});

it("starts a chat's next message as soon as the one before it is settled", async () => {
  const started: string[] = [];
  const { queue } = start({
    start: async (refs) => {
      for (const { lane, id } of refs) {
        started.push(id);
        const claimed = await queue.claim(lane, id, { leaseMs: 60_000 });
        await queue.settle([claimed?.receipt ?? ""]);
      }
      return { started: refs.length, alive: 0 };
    },
  });
  await queue.push([job("a", 1), job("a", 2), job("a", 3)]);
  await until(() => started.length === 3);
  expect(started).toEqual(["a1", "a2", "a3"]);
});

it("starts a message again when the engine was away, and counts no attempt for it", async () => {
  let calls = 0;
  const { queue, events } = start({
    start: async (refs) => {
      calls++;
      if (calls < 4) throw new Error("the engine is away");
      return { started: refs.length, alive: 0 };
    },
  });
  await queue.push([job("a", 1)]);
  await until(() => calls === 4);
  expect(events.filter(({ type }) => type === "start_failed")).toHaveLength(3);
  const claimed = await queue.claim("a", "a1", { leaseMs: 60_000 });
  expect(claimed?.attempt).toBe(1);
});

it("makes no third call while two are on the wire", async () => {
  let open = 0;
  let most = 0;
  const release: (() => void)[] = [];
  const { queue, stop } = start({
    batch: 1,
    start: async (refs) => {
      most = Math.max(most, ++open);
      await new Promise<void>((resolve) => release.push(resolve));
      open--;
      return { started: refs.length, alive: 0 };
    },
  });
  await queue.push(["a", "b", "c", "d"].map((lane) => job(lane, 1)));
  await until(() => release.length === 2);
  for (let call = 0; call < 4; call++) {
    await until(() => release.length > call);
    release[call]?.();
  }
  await stop();
  expect(most).toBe(2);
});

it("leaves more on the list for a while when much waits in the engine, and takes it when that was claimed", async () => {
  const started: { lane: string; id: string }[] = [];
  const { queue } = start({
    batch: 2,
    start: async (refs) => {
      started.push(...refs);
      return { started: refs.length, alive: 0 };
    },
  });
  const extend = queue.extend.bind(queue);
  let asked = 0;
  queue.extend = async (...given) => {
    asked++;
    for (const { lane, id } of started) await queue.claim(lane, id, { leaseMs: 60_000 });
    return extend(...given);
  };
  await queue.push(Array.from({ length: 8 }, (_, n) => job(String(n), 1)));
  await until(() => started.length === 8);
  expect(asked).toBe(2);
});

it("takes more though nobody claims what waits in the engine: commands may stand behind it", async () => {
  const started: unknown[] = [];
  const { queue } = start({
    batch: 2,
    start: async (refs) => {
      started.push(...refs);
      return { started: refs.length, alive: 0 };
    },
  });
  await queue.push(Array.from({ length: 8 }, (_, n) => job(String(n), 1)));
  await until(() => started.length === 8);
  expect(await queue.stats()).toMatchObject({ inFlight: 8, ready: 0 });
});

it("stops at the signal, after the calls that are on the wire", async () => {
  let ended = false;
  const { queue, events, stop } = start({
    start: async (refs) => {
      await new Promise((resolve) => setImmediate(resolve));
      ended = true;
      return { started: refs.length, alive: 0 };
    },
  });
  await queue.push([job("a", 1)]);
  await until(() => events.some(({ type }) => type === "polled"));
  await stop();
  expect(ended).toBe(true);
});

it("ends at an error of the list that no repeat will end", async () => {
  const queue = inMemoryQueue<number>({ name: "test", schema: { parse: Number } });
  await queue.close();
  const running = dispatch({
    queue,
    start: async () => ({ started: 0, alive: 0 }),
    signal: AbortSignal.timeout(60_000),
  });
  await expect(running).rejects.toMatchObject({ code: "closed" });
});
