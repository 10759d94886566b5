import { deepEqual, equal } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { change, read, say, seqs, turn } from "../store-kit.ts";

export const partCases: StoreCases = {
  async "finds a turn of several messages by the id of each"(store, chat) {
    const parts = [
      { id: "m1", text: "one" },
      { id: "m2", text: "two" },
    ];
    await store.commit(chat, turn("m2", { parts }));
    for (const id of ["m1", "m2"]) {
      equal((await store.begin(chat, id)).seen, 1);
      const again = await store.commit(chat, turn(id, { assistant: "another answer" }));
      deepEqual(again, {
        status: "duplicate",
        seq: 1,
        pending: 1,
        covered: 0,
        answer: "answered m2",
      });
    }
    deepEqual((await read(store, chat)).turns[0]?.parts, parts);
  },

  async "leaves a message that was answered before with its first turn"(store, chat) {
    await store.commit(chat, turn("m1"));
    const parts = [
      { id: "m1", text: "one" },
      { id: "m2", text: "two" },
    ];
    equal((await store.commit(chat, turn("m2", { parts }))).status, "committed");
    equal((await store.begin(chat, "m1")).seen, 1);
    equal((await store.begin(chat, "m2")).seen, 2);
  },

  async "answers a message of a turn that is gone with nothing, not with a later turn that holds it"(
    store,
    chat,
  ) {
    await store.commit(chat, turn("m1"));
    await store.commit(chat, turn("m2", { parts: [{ id: "m1", text: "one" }] }));
    await say(store, chat, 2);
    await store.apply(chat, change(await read(store, chat), 4));
    deepEqual(seqs(await read(store, chat)), [2, 3, 4]);
    deepEqual(await store.commit(chat, turn("m1")), {
      status: "duplicate",
      seq: 1,
      pending: 0,
      covered: 4,
      answer: null,
    });
  },
};
