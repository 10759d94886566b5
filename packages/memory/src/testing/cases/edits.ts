import { deepEqual, equal } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { amendment, read, say, turn } from "../store-kit.ts";

export const editCases: StoreCases = {
  async "replaces what a turn says, and neither its place nor its time"(store, chat) {
    await say(store, chat, 3);
    const before = await read(store, chat);
    const change = { user: "said better", assistant: "answered anew", edit: "e1" };
    equal(await store.amend(chat, amendment(before, 2, "e1", change)), "amended");
    const after = await store.begin(chat, "e1");
    equal(after.seen, 2);
    deepEqual(
      after.turns,
      before.turns.map((one) => (one.seq === 2 ? { ...one, ...change } : one)),
    );
    deepEqual({ ...after, turns: [], seen: null }, { ...before, turns: [], seen: null });
  },

  async "applies an edit once"(store, chat) {
    await say(store, chat, 1);
    await store.amend(chat, amendment(await read(store, chat), 1, "e1", { user: "first" }));
    await store.amend(chat, amendment(await read(store, chat), 1, "e2", { user: "second" }));
    const before = await read(store, chat);
    equal(await store.amend(chat, amendment(before, 1, "e1", { user: "again" })), "duplicate");
    deepEqual(await read(store, chat), before);
  },

  async "refuses an edit that another one has overtaken"(store, chat) {
    await say(store, chat, 2);
    const slow = amendment(await read(store, chat), 1, "e1", { user: "slow" });
    await store.amend(chat, amendment(await read(store, chat), 1, "e2", { user: "fast" }));
    equal(await store.amend(chat, slow), "conflict");
    const state = await store.begin(chat, "e1");
    deepEqual([state.seen, state.turns[0]?.user], [null, "fast"]);
  },

  async "lets one of many edits of one reading win"(store, chat) {
    await say(store, chat, 1);
    const state = await read(store, chat);
    const runs = await Promise.all(
      ["a", "b", "c", "d"].map((text) =>
        store.amend(chat, amendment(state, 1, `e-${text}`, { user: text })),
      ),
    );
    deepEqual(runs.toSorted(), ["amended", "conflict", "conflict", "conflict"]);
  },

  async "answers that a turn is gone, and brings none back"(store, chat) {
    await say(store, chat, 5);
    const before = await read(store, chat);
    const late = amendment(before, 1, "e1", { user: "late" });
    const { epoch, incarnation, version } = before;
    await store.apply(chat, { epoch, incarnation, version, to: 5, summary: "Of 1 to 5." });
    const trimmed = await read(store, chat);
    equal(await store.amend(chat, late), "gone");
    equal(await store.amend(chat, { ...late, seq: 6 }), "gone");
    deepEqual(await read(store, chat), trimmed);
    equal((await store.begin(chat, "e1")).seen, null);
  },

  async "amends nothing of a chat that was forgotten"(store, chat) {
    await say(store, chat, 1);
    const late = amendment(await read(store, chat), 1, "e1", { user: "late" });
    const { epoch } = await store.forget(chat, "r1");
    equal(await store.amend(chat, late), "forgotten");
    await store.commit(chat, turn("t1-new", { epoch }));
    equal(await store.amend(chat, late), "forgotten");
    deepEqual(
      (await read(store, chat)).turns.map(({ user: said }) => said),
      ["said t1-new"],
    );
  },

  async "undoes a turn: its texts go, its place and its ids stay, and it answers no more"(
    store,
    chat,
  ) {
    const parts = [
      { id: "m1", text: "one" },
      { id: "m2", text: "two" },
    ];
    await store.commit(chat, turn("m2", { parts }));
    await store.commit(chat, turn("t2"));
    const before = await read(store, chat);
    const nothing = { user: "", assistant: "", undone: true } as const;
    const undo = amendment(before, 1, "undo", nothing);
    const { parts: _, ...after } = undo.after;
    equal(await store.amend(chat, { ...undo, after }), "amended");
    const state = await store.begin(chat, "m1");
    const [undone, other] = state.turns;
    deepEqual(undone, { seq: 1, turnId: "m2", atMs: undone?.atMs, ...nothing });
    deepEqual([other?.seq, state.seq, state.seen], [2, 2, 1]);
    for (const id of ["m1", "m2"]) {
      const again = await store.commit(chat, turn(id));
      deepEqual([again.status, again.status === "duplicate" && again.answer], ["duplicate", null]);
    }
    equal(await store.amend(chat, { ...undo, after }), "duplicate");
    equal(await store.amend(chat, amendment(state, 1, "undo2", { cut: true })), "amended");
  },

  async "leaves an amended turn pending, and folds its new words"(store, chat) {
    await say(store, chat, 2);
    const { epoch, incarnation, version } = await read(store, chat);
    await store.amend(chat, amendment(await read(store, chat), 2, "e1", { user: "new words" }));
    const change = { epoch, incarnation, version, to: 1, summary: "Of 1." };
    equal(await store.apply(chat, change), "applied");
    const state = await read(store, chat);
    deepEqual(
      state.turns.filter(({ seq }) => seq > state.watermark).map(({ user: said }) => said),
      ["new words"],
    );
  },
};
