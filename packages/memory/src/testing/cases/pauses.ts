import { deepEqual, equal } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { amendment, change, read, say, turn } from "../store-kit.ts";

export const pauseCases: StoreCases = {
  async "keeps nothing of a chat that is off the record, until it is back on it"(store, chat) {
    await say(store, chat, 1);
    const before = await read(store, chat);
    for (const _ of [1, 2]) await store.pause(chat, true);
    deepEqual(await read(store, chat), { ...before, paused: true });
    const usage = { input: 5, output: 5 };
    deepEqual(await store.commit(chat, turn("t2", { usage })), { status: "paused" });
    deepEqual(await store.begin(chat, "t2"), { ...before, paused: true });
    for (const _ of [1, 2]) await store.pause(chat, false);
    deepEqual(await read(store, chat), before);
    equal((await store.commit(chat, turn("t2"))).status, "committed");
  },

  async "tells a repeated turn from before the pause as one, and a forgotten one as forgotten"(
    store,
    chat,
  ) {
    await store.pause(chat, true);
    equal((await read(store, chat)).paused, true);
    await store.pause(chat, false);
    await say(store, chat, 1);
    await store.pause(chat, true);
    const again = await store.commit(chat, turn("t1"));
    deepEqual(
      [again.status, again.status === "duplicate" && again.answer],
      ["duplicate", "answered t1"],
    );
    await store.forget(chat, "r1");
    deepEqual(await store.commit(chat, turn("t2", { epoch: 0 })), { status: "forgotten" });
  },

  async "stays off the record over a forget, a summary and what comes from the archive"(
    store,
    chat,
  ) {
    await say(store, chat, 2);
    await store.pause(chat, true);
    await store.apply(chat, change(await read(store, chat), 2));
    equal((await read(store, chat)).paused, true);
    const { epoch } = await store.forget(chat, "r1");
    const record = { epoch, incarnation: "x", version: 3, coversThrough: 30, summary: "Old." };
    equal(await store.hydrate(chat, record), "hydrated");
    deepEqual(await store.commit(chat, turn("t3", { epoch })), { status: "paused" });
  },

  async "lets a turn from before the pause be amended"(store, chat) {
    await say(store, chat, 1);
    await store.pause(chat, true);
    const edit = amendment(await read(store, chat), 1, "e1", { user: "", assistant: "" });
    equal(await store.amend(chat, edit), "amended");
  },

  async "pauses one chat alone"(store, chat) {
    await store.pause(chat, true);
    equal((await store.commit(`${chat}-other`, turn("t1"))).status, "committed");
  },
};
