import { inboundId, type InboundMessage, outboundQueue } from "@tgmem/contracts";
import { createMemory, inMemoryStore } from "@tgmem/memory";
import { inMemoryQueue } from "@tgmem/queue";
import { expect, it } from "vitest";
import { apologize } from "./apologize.ts";
import { textsFor } from "@tgmem/texts";

const { apology, apologyForEdit } = textsFor("en");

const message = (messageId: number, more: Partial<InboundMessage> = {}): InboundMessage => ({
  v: 1,
  chatId: "-7",
  userId: "42",
  messageId,
  text: "hello",
  sentAtMs: 1,
  ...more,
});

/** An inbound list on which everything that is pushed becomes a dead letter. */
function setup() {
  const inbound = inMemoryQueue<unknown>({ name: "inbound", schema: { parse: (body) => body } });
  const outbound = inMemoryQueue(outboundQueue);
  const memory = createMemory({ store: inMemoryStore() });
  return {
    memory,
    outbound,
    run: (options?: { signal: AbortSignal }) => apologize({ inbound, outbound, memory }, options),
    buried: async (body: unknown, id = "tg:9:-7:1") => {
      await inbound.push([{ id, lane: "chat", body }]);
      const [job] = await inbound.take({ max: 1, leaseMs: 60_000, waitMs: 0 });
      await inbound.bury([job?.receipt ?? ""], { reason: "broken" });
    },
    sent: async () => {
      const jobs = await outbound.take({ max: 9, leaseMs: 60_000, waitMs: 0 });
      await outbound.settle(jobs.map(({ receipt }) => receipt));
      return jobs.map(({ id, lane, body: { text, replaces } }) => ({ id, lane, text, replaces }));
    },
  };
}

it("tells the person in the chat in which they wrote, once", async () => {
  const { run, buried, sent } = setup();
  await buried(message(1));
  expect(await run()).toBe(1);
  expect(await sent()).toMatchObject([{ id: "apology:1:tg:9:-7:1", lane: "-7", text: apology }]);
  expect(await run()).toBe(0);
  expect(await sent()).toEqual([]);
});

it("takes the place of what the person has read of an answer that does not come", async () => {
  const { run, buried, sent } = setup();
  await buried(message(1));
  await run();
  expect(await sent()).toMatchObject([{ text: apology, replaces: "tg:9:-7:1" }]);
});

it("has words of its own for an edit", async () => {
  const { run, buried, sent } = setup();
  const edit = message(1, { editedAtMs: 3_000 });
  await buried(edit, inboundId("9", edit));
  await run();
  expect(await sent()).toMatchObject([{ text: apologyForEdit }]);
});

it("sends the answer instead, under its own id, when that was stored though its message died", async () => {
  const { memory, run, buried, sent } = setup();
  const turn = await memory.open("-7", { turnId: "tg:9:-7:1" });
  await turn.commit({ user: "hello", assistant: "Hi!" });
  await buried(message(1));
  await run();
  expect(await sent()).toEqual([{ id: "tg:9:-7:1", lane: "-7", text: "Hi!" }]);
});

it("reports a body that nobody can read, because it names nobody to tell", async () => {
  const { run, buried, sent } = setup();
  await buried({ v: 99 });
  await buried(message(1), "tg:9:-7:2");
  expect(await run()).toBe(2);
  expect(await sent()).toHaveLength(1);
  expect(await run()).toBe(0);
});

it("gives up its wait for the letters at a stop, and tells whoever it has begun to tell", async () => {
  const { run, buried, sent, memory } = setup();
  await buried(message(1));
  await expect(run({ signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  expect(await sent()).toEqual([]);

  const stop = new AbortController();
  const open = memory.open.bind(memory);
  memory.open = (...given) => {
    stop.abort();
    return open(...given);
  };
  expect(await run({ signal: stop.signal })).toBe(1);
  expect(await sent()).toHaveLength(1);
});

it("tells everybody else when one chat cannot be told", async () => {
  const { memory, run, buried, sent } = setup();
  const open = memory.open.bind(memory);
  memory.open = async (chatId, options) => {
    if (chatId === "-8") throw new Error("its memory is damaged");
    return open(chatId, options);
  };
  await buried(message(1, { chatId: "-8" }), "tg:9:-8:1");
  await buried(message(2), "tg:9:-7:2");
  await expect(run()).rejects.toThrow("damaged");
  expect(await sent()).toMatchObject([{ lane: "-7", text: apology }]);
});
