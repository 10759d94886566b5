import { deepEqual, equal, ok } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { change, read, say, turn } from "../store-kit.ts";

export const forgetCases: StoreCases = {
  async "forgets everything, and fences whoever began before"(store, chat) {
    await say(store, chat, 4);
    const before = await read(store, chat);
    const { epoch } = await store.forget(chat, "r1");
    ok(epoch > before.epoch);
    const after = await read(store, chat);
    deepEqual(
      [after.epoch, after.seq, after.version, after.summary, after.turns],
      [epoch, 0, 0, null, []],
    );
    deepEqual(await store.commit(chat, turn("t9", { epoch: before.epoch })), {
      status: "forgotten",
    });
    equal(await store.apply(chat, change(before, 4)), "forgotten");
    const record = {
      epoch: before.epoch,
      incarnation: "x",
      version: 9,
      coversThrough: 9,
      summary: "Old.",
    };
    equal(await store.hydrate(chat, record), "forgotten");
    deepEqual(await read(store, chat), after);
  },

  async "forgets once per request, and nothing that came after it"(store, chat) {
    await say(store, chat, 2);
    const first = await store.forget(chat, "r1");
    await say(store, chat, 2, "new");
    deepEqual(await store.forget(chat, "r1"), first);
    equal((await read(store, chat)).seq, 2);
    const second = await store.forget(chat, "r2");
    ok(second.epoch > first.epoch);
    equal((await read(store, chat)).seq, 0);
    deepEqual(await store.forget(chat, "r1"), first);
  },

  async "keeps a forgotten turn out when it is delivered again"(store, chat) {
    await say(store, chat, 1);
    const { epoch } = await store.forget(chat, "r1");
    await store.commit(chat, turn("other", { epoch }));
    const again = await store.commit(chat, turn("t1", { epoch }));
    equal(again.status, "duplicate");
    equal(again.status === "duplicate" && again.answer, null);
    deepEqual(
      (await read(store, chat)).turns.map(({ turnId }) => turnId),
      ["other"],
    );
  },

  async "raises a lost epoch to the one that a commit carries"(store, chat) {
    equal((await store.commit(chat, turn("t1", { epoch: 5 }))).status, "committed");
    equal((await read(store, chat)).epoch, 5);
    deepEqual(await store.commit(chat, turn("t2", { epoch: 4 })), { status: "forgotten" });
  },

  async "answers an epoch above every lost one"(store, chat) {
    const { epoch } = await store.forget(chat, "r1");
    ok(epoch > 1_700_000_000_000 && Number.isSafeInteger(epoch));
  },
};
