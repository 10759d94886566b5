import { deepEqual, equal } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { read, turn } from "../store-kit.ts";

export const partCases: StoreCases = {
  async "finds a turn of several messages by the id of each"(store, user) {
    const parts = [
      { id: "m1", text: "one" },
      { id: "m2", text: "two" },
    ];
    await store.commit(user, turn("m2", { parts }));
    for (const id of ["m1", "m2"]) {
      equal((await store.begin(user, id)).seen, 1);
      const again = await store.commit(user, turn(id, { assistant: "another answer" }));
      deepEqual(again, {
        status: "duplicate",
        seq: 1,
        pending: 1,
        covered: 0,
        answer: "answered m2",
      });
    }
    deepEqual((await read(store, user)).turns[0]?.parts, parts);
  },

  async "leaves a message that was answered before with its first turn"(store, user) {
    await store.commit(user, turn("m1"));
    const parts = [
      { id: "m1", text: "one" },
      { id: "m2", text: "two" },
    ];
    equal((await store.commit(user, turn("m2", { parts }))).status, "committed");
    equal((await store.begin(user, "m1")).seen, 1);
    equal((await store.begin(user, "m2")).seen, 2);
  },
};
