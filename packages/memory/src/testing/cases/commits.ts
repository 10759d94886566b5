import { deepEqual, equal, notEqual, ok, rejects } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { change, read, say, seqs, turn } from "../store-kit.ts";

export const commitCases: StoreCases = {
  async "knows nothing of a new chat, and reading writes nothing"(store, chat) {
    for (const _ of [1, 2]) {
      deepEqual(await store.begin(chat, "t1"), {
        seq: 0,
        watermark: 0,
        version: 0,
        incarnation: "",
        base: 0,
        dropped: 0,
        epoch: 0,
        summary: null,
        paused: false,
        usage: { input: 0, output: 0, cost: 0 },
        turns: [],
        seen: null,
      });
    }
  },

  async "numbers turns without gaps and keeps them in order, with their time"(store, chat) {
    const before = Date.now() - 60_000;
    for (const n of [1, 2, 3]) {
      deepEqual(await store.commit(chat, turn(`t${n}`)), {
        status: "committed",
        seq: n,
        pending: n,
        covered: 0,
        dropped: 0,
      });
    }
    const state = await store.begin(chat, "t2");
    equal(state.seen, 2);
    notEqual(state.incarnation, "");
    deepEqual(
      state.turns.map(({ seq, turnId, user: said, assistant }) => ({
        seq,
        turnId,
        said,
        assistant,
      })),
      [1, 2, 3].map((n) => ({
        seq: n,
        turnId: `t${n}`,
        said: `said t${n}`,
        assistant: `answered t${n}`,
      })),
    );
    ok(state.turns.every(({ atMs }) => Number.isSafeInteger(atMs) && atMs > before));
  },

  async "commits a turn id once, and answers what was said the first time"(store, chat) {
    await say(store, chat, 2);
    const again = await store.commit(chat, { ...turn("t1"), assistant: "another answer" });
    deepEqual(again, {
      status: "duplicate",
      seq: 1,
      pending: 2,
      covered: 0,
      answer: "answered t1",
    });
    deepEqual(seqs(await read(store, chat)), [1, 2]);
  },

  async "lets one of many commits of one turn win"(store, chat) {
    const runs = await Promise.all(
      ["a", "b", "c", "d"].map((assistant) => store.commit(chat, { ...turn("t1"), assistant })),
    );
    equal(runs.filter(({ status }) => status === "committed").length, 1);
    const [kept] = (await read(store, chat)).turns;
    for (const run of runs) if (run.status === "duplicate") equal(run.answer, kept?.assistant);
  },

  async "loses none of many turns at once"(store, chat) {
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => store.commit(chat, turn(`t${n}`))));
    const state = await read(store, chat);
    deepEqual(seqs(state), [1, 2, 3, 4, 5, 6]);
    equal(new Set(state.turns.map(({ turnId }) => turnId)).size, 6);
  },

  async "keeps every pending turn, beyond the window too"(store, chat) {
    await say(store, chat, 6);
    deepEqual(seqs(await read(store, chat)), [1, 2, 3, 4, 5, 6]);
  },

  async "drops the oldest pending turn beyond the cap, and counts it"(store, chat) {
    await say(store, chat, 6);
    deepEqual(await store.commit(chat, turn("t7")), {
      status: "committed",
      seq: 7,
      pending: 7,
      covered: 0,
      dropped: 1,
    });
    const state = await read(store, chat);
    deepEqual(seqs(state), [2, 3, 4, 5, 6, 7]);
    equal(state.dropped, 1);
  },

  async "counts a dropped turn as pending until a summary passes it"(store, chat) {
    await say(store, chat, 8);
    const state = await read(store, chat);
    deepEqual([state.watermark, state.seq - state.watermark, state.dropped], [0, 8, 2]);
    equal(await store.apply(chat, change(state, 8)), "applied");
    deepEqual(await store.commit(chat, turn("t9")), {
      status: "committed",
      seq: 9,
      pending: 1,
      covered: 8,
      dropped: 0,
    });
  },

  async "keeps the last turns alone of a chat that nobody summarizes, and counts none as dropped"(
    store,
    chat,
  ) {
    for (let n = 1; n <= 8; n++) {
      const done = await store.commit(chat, turn(`t${n}`, { keeps: "window" }));
      equal(done.status === "committed" && done.dropped, 0);
    }
    const state = await read(store, chat);
    deepEqual([seqs(state), state.dropped, state.watermark], [[6, 7, 8], 0, 0]);
    equal(await store.apply(chat, change(state, 8)), "applied");
    deepEqual(seqs(await read(store, chat)), [6, 7, 8]);
  },

  async "adds up what the turns took, each of them once"(store, chat) {
    const usage = { input: 900, output: 40, cost: 0.25 };
    await store.commit(chat, turn("t1", { usage }));
    await store.commit(chat, turn("t1", { usage }));
    await store.commit(chat, turn("t2", { usage: { input: 1, output: 0 } }));
    await store.commit(chat, turn("t3"));
    deepEqual((await read(store, chat)).usage, { input: 901, output: 40, cost: 0.25 });
    equal((await read(store, chat)).turns.length, 3);
  },

  async "keeps nothing of a turn whose usage is no number"(store, chat) {
    const before = await read(store, chat);
    for (const wrong of [{ input: -1 }, { output: 1.5 }, { cost: Number.NaN }]) {
      const usage = { input: 1, output: 1, ...wrong };
      await rejects(store.commit(chat, turn("t1", { usage })), { code: "invalid_argument" });
    }
    deepEqual(await read(store, chat), before);
  },
};
