import { deepEqual, equal } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { change, read, say, seqs, turn } from "../store-kit.ts";

export const summaryCases: StoreCases = {
  async "moves the watermark with the summary, and trims to the window"(store, user) {
    await say(store, user, 5);
    equal(await store.apply(user, change(await read(store, user), 5)), "applied");
    const state = await read(store, user);
    deepEqual(
      [state.version, state.watermark, state.seq, state.summary],
      [1, 5, 5, "Summary of 1 to 5."],
    );
    deepEqual(seqs(state), [3, 4, 5]);
    const next = await store.commit(user, turn("t6"));
    deepEqual(next, { status: "committed", seq: 6, pending: 1, covered: 5, dropped: 0 });
    deepEqual(seqs(await read(store, user)), [4, 5, 6]);
  },

  async "never trims what came while the summary was written"(store, user) {
    await say(store, user, 2);
    const job = change(await read(store, user), 2);
    await say(store, user, 6);
    equal(await store.apply(user, job), "applied");
    deepEqual(seqs(await read(store, user)), [3, 4, 5, 6]);
  },

  async "refuses a summary that another one has overtaken"(store, user) {
    await say(store, user, 2);
    const slow = change(await read(store, user), 2, "Slow.");
    equal(await store.apply(user, change(await read(store, user), 1, "Fast.")), "applied");
    equal(await store.apply(user, slow), "conflict");
    const state = await read(store, user);
    deepEqual([state.version, state.watermark, state.summary], [1, 1, "Fast."]);
  },

  async "refuses a watermark that goes back or beyond the last turn"(store, user) {
    await say(store, user, 3);
    await store.apply(user, change(await read(store, user), 2));
    const state = await read(store, user);
    equal(await store.apply(user, change(state, 2)), "range");
    equal(await store.apply(user, change(state, 4)), "range");
    deepEqual(await read(store, user), state);
  },

  async "refuses a summary of a state that is not there any more"(store, user) {
    const lost = { epoch: 0, incarnation: "1.2", version: 0, to: 1, summary: "Of nothing." };
    equal(await store.apply(user, lost), "lost");
    await say(store, user, 2);
    equal(await store.apply(user, lost), "lost");
    const state = await read(store, user);
    deepEqual([state.version, state.watermark, state.summary], [0, 0, null]);
  },
};
