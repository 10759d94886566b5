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
    equal(first.unchanged, false);
    deepEqual(await store.forget(chat, "r1"), { epoch: first.epoch, unchanged: true });
    equal((await read(store, chat)).seq, 2);
    const second = await store.forget(chat, "r2");
    ok(second.epoch > first.epoch);
    equal((await read(store, chat)).seq, 0);
    deepEqual(await store.forget(chat, "r1"), { epoch: first.epoch, unchanged: true });
  },

  async "forgets nothing of another epoch than the one that is asked for"(store, chat) {
    await say(store, chat, 2);
    const { epoch } = await store.forget(chat, "r1", { ifEpoch: 0 });
    ok(epoch > 0);
    await say(store, chat, 2, "new");
    deepEqual(await store.forget(chat, "r2", { ifEpoch: 0 }), { epoch, unchanged: true });
    equal((await read(store, chat)).seq, 2);
    // What was refused was not done, and may be asked again.
    const again = await store.forget(chat, "r2", { ifEpoch: epoch });
    ok(again.epoch > epoch && !again.unchanged);
    deepEqual(await store.forget(chat, "r2", { ifEpoch: again.epoch }), {
      epoch: again.epoch,
      unchanged: true,
    });
    equal((await read(store, chat)).seq, 0);
  },

  async "begins an epoch that is not below the one asked for, and erases again for a higher one"(
    store,
    chat,
  ) {
    const ahead = Date.now() + 86_400_000;
    deepEqual(await store.forget(chat, "r1", { atLeast: ahead }), {
      epoch: ahead,
      unchanged: false,
    });
    await say(store, chat, 1);
    deepEqual(await store.forget(chat, "r1", { atLeast: ahead }), {
      epoch: ahead,
      unchanged: true,
    });
    const again = await store.forget(chat, "r1", { atLeast: ahead + 5 });
    deepEqual(again, { epoch: ahead + 5, unchanged: false });
    equal((await read(store, chat)).seq, 0);
    deepEqual(await store.forget(chat, "r1"), { epoch: ahead + 5, unchanged: true });
  },

  async "forgets what the turns took, too"(store, chat) {
    await store.commit(chat, turn("t1", { usage: { input: 5, output: 1, cost: 2 } }));
    await store.forget(chat, "r1");
    deepEqual((await read(store, chat)).usage, { input: 0, output: 0, cost: 0 });
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
