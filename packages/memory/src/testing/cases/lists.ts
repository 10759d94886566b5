import { deepEqual, equal, ok } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { oddIds } from "../odd-data.ts";
import { change, listed, read, say, turn } from "../store-kit.ts";

export const listCases: StoreCases = {
  async "lists every chat, whatever its id looks like, with what waits for a summary"(store, chat) {
    const chats = oddIds.map((id) => `${chat}${id}`).toSorted();
    for (const [count, id] of chats.entries()) await say(store, id, 1 + (count % 3));
    const before = Date.now() - 60_000;
    const found = await listed(store, chat);
    deepEqual(
      found.map((one) => [one.chat, one.pending]),
      chats.map((id, count) => [id, 1 + (count % 3)]),
    );
    for (const { lastAtMs } of found) ok(lastAtMs !== null && lastAtMs > before);
  },

  async "lists what waits after a summary, and a chat that has only one"(store, chat) {
    await say(store, `${chat}1`, 3);
    await store.apply(`${chat}1`, change(await read(store, `${chat}1`), 2));
    const record = { epoch: 0, incarnation: "x", version: 3, coversThrough: 30, summary: "Old." };
    await store.hydrate(`${chat}2`, record);
    const [first, second] = await listed(store, chat);
    equal(first?.pending, 1);
    deepEqual(second, { chat: `${chat}2`, pending: 0, lastAtMs: null });
  },

  async "lists no chat that was forgotten, or never said anything"(store, chat) {
    await say(store, `${chat}1`, 1);
    const { epoch } = await store.forget(`${chat}1`, "r1");
    await store.pause(`${chat}2`, true);
    deepEqual(await listed(store, chat), []);
    await store.commit(`${chat}1`, turn("t2", { epoch }));
    deepEqual(
      (await listed(store, chat)).map((one) => one.chat),
      [`${chat}1`],
    );
  },
};
