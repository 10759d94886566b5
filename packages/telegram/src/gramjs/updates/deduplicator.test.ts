import bigInt from "big-integer";
import { setImmediate as turn } from "node:timers/promises";
import { Api } from "telegram";
import { expect, it } from "vitest";
import { Deduplicator } from "./deduplicator.ts";
import type { Item } from "./merger.ts";

const content = (id: number) => ({
  message: new Api.Message({
    id,
    peerId: new Api.PeerUser({ userId: bigInt(42) }),
    date: 1_000,
    message: `message ${id}`,
  }),
  isEdit: false,
});
const log = { begin: () => () => {} };

/** A deduplicator that has 500 messages which nobody has handled yet. */
async function full() {
  const items: Item[] = [];
  const stopping = new AbortController();
  const deduplicator = new Deduplicator({
    account: { id: "999", isBot: true },
    add: (item) => void items.push(item),
    signal: stopping.signal,
  });
  for (let id = 1; id <= 500; id++) await deduplicator.admit(content(id), log);
  return { deduplicator, items, stopping };
}

it("takes in 500 messages that nobody has handled yet, and the next one when one of them is", async () => {
  const { deduplicator, items } = await full();
  const admitting = deduplicator.admit(content(501), log);
  await turn();
  expect(items).toHaveLength(500);
  items[0]?.done();
  await admitting;
  expect(items).toHaveLength(501);
});

it("ends the wait for room when it is stopped", async () => {
  const { deduplicator, stopping } = await full();
  const admitting = deduplicator.admit(content(501), log);
  stopping.abort();
  await expect(admitting).rejects.toThrow("aborted");
});
