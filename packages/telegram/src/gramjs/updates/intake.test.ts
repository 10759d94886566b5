import bigInt from "big-integer";
import { setImmediate as turn } from "node:timers/promises";
import { Api } from "telegram";
import { expect, it } from "vitest";
import { Intake } from "./intake.ts";
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

/** An intake that has 500 messages which nobody has handled yet. */
async function full() {
  const items: Item[] = [];
  const stopping = new AbortController();
  const intake = new Intake({
    account: { id: "999", isBot: true },
    add: (item) => void items.push(item),
    signal: stopping.signal,
  });
  for (let id = 1; id <= 500; id++) await intake.take(content(id), log);
  return { intake, items, stopping };
}

it("takes in 500 messages that nobody has handled yet, and the next one when one of them is", async () => {
  const { intake, items } = await full();
  const taking = intake.take(content(501), log);
  await turn();
  expect(items).toHaveLength(500);
  items[0]?.done();
  await taking;
  expect(items).toHaveLength(501);
});

it("ends the wait for room when it is stopped", async () => {
  const { intake, stopping } = await full();
  const taking = intake.take(content(501), log);
  stopping.abort();
  await expect(taking).rejects.toThrow("aborted");
});
