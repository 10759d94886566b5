import { deepEqual, equal } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { change, read, say, seqs, turn } from "../store-kit.ts";

export const summaryCases: StoreCases = {
  async "moves the watermark with the summary, and trims to the window"(store, chat) {
    await say(store, chat, 5);
    equal(await store.apply(chat, change(await read(store, chat), 5)), "applied");
    const state = await read(store, chat);
    deepEqual(
      [state.version, state.watermark, state.seq, state.summary],
      [1, 5, 5, "Summary of 1 to 5."],
    );
    deepEqual(seqs(state), [3, 4, 5]);
    const next = await store.commit(chat, turn("t6"));
    deepEqual(next, { status: "committed", seq: 6, pending: 1, covered: 5, dropped: 0 });
    deepEqual(seqs(await read(store, chat)), [4, 5, 6]);
  },

  async "never trims what came while the summary was written"(store, chat) {
    await say(store, chat, 2);
    const job = change(await read(store, chat), 2);
    await say(store, chat, 6);
    equal(await store.apply(chat, job), "applied");
    deepEqual(seqs(await read(store, chat)), [3, 4, 5, 6]);
  },

  async "refuses a summary that another one has overtaken"(store, chat) {
    await say(store, chat, 2);
    const slow = change(await read(store, chat), 2, "Slow.");
    equal(await store.apply(chat, change(await read(store, chat), 1, "Fast.")), "applied");
    equal(await store.apply(chat, slow), "conflict");
    const state = await read(store, chat);
    deepEqual([state.version, state.watermark, state.summary], [1, 1, "Fast."]);
  },

  async "refuses a summary whose last turn is another one by now"(store, chat) {
    await say(store, chat, 3);
    const state = await read(store, chat);
    const lastAtMs = state.turns.at(-1)?.atMs ?? 0;
    equal(await store.apply(chat, { ...change(state, 3), lastAtMs: lastAtMs - 1 }), "conflict");
    deepEqual(await read(store, chat), state);
    equal(await store.apply(chat, { ...change(state, 3), lastAtMs }), "applied");
  },

  async "refuses a watermark that goes back or beyond the last turn"(store, chat) {
    await say(store, chat, 3);
    await store.apply(chat, change(await read(store, chat), 2));
    const state = await read(store, chat);
    equal(await store.apply(chat, change(state, 2)), "range");
    equal(await store.apply(chat, change(state, 4)), "range");
    deepEqual(await read(store, chat), state);
  },

  async "takes a correction that covers no more than before, and nothing else of that kind"(
    store,
    chat,
  ) {
    await say(store, chat, 3);
    await store.apply(chat, change(await read(store, chat), 2));
    const state = await read(store, chat);
    const corrected = { ...change(state, 2, "Corrected."), corrects: true };
    equal(await store.apply(chat, { ...corrected, corrects: false }), "range");
    equal(await store.apply(chat, { ...corrected, to: 1 }), "range");
    equal(await store.apply(chat, corrected), "applied");
    const { version, watermark, summary, turns } = await read(store, chat);
    deepEqual([version, watermark, summary, turns], [2, 2, "Corrected.", state.turns]);
    equal(await store.apply(chat, corrected), "conflict");
  },

  async "takes a correction of a summary that came from the archive, before the first turn"(
    store,
    chat,
  ) {
    const record = { epoch: 0, incarnation: "before", version: 7, coversThrough: 70 };
    await store.hydrate(chat, { ...record, summary: "Of 1 to 70." });
    const state = await read(store, chat);
    const corrected = { ...change(state, 0, "Corrected."), corrects: true };
    equal(await store.apply(chat, { ...corrected, incarnation: "before" }), "lost");
    equal(await store.apply(chat, corrected), "applied");
    const { version, base, seq, summary } = await read(store, chat);
    deepEqual([version, base, seq, summary], [8, 70, 0, "Corrected."]);
  },

  async "corrects nothing of a chat that is not there"(store, chat) {
    const state = await read(store, chat);
    equal(await store.apply(chat, { ...change(state, 0), corrects: true }), "lost");
    deepEqual(await read(store, chat), state);
  },

  async "refuses a summary of a state that is not there any more"(store, chat) {
    const lost = { epoch: 0, incarnation: "1.2", version: 0, to: 1, summary: "Of nothing." };
    equal(await store.apply(chat, lost), "lost");
    await say(store, chat, 2);
    equal(await store.apply(chat, lost), "lost");
    const state = await read(store, chat);
    deepEqual([state.version, state.watermark, state.summary], [0, 0, null]);
  },
};
