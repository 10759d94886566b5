import { deepEqual, equal, notEqual } from "node:assert/strict";
import type { StoreCases } from "../contract-case.ts";
import { change, read, say, seqs, turn } from "../store-kit.ts";

export const hydrateCases: StoreCases = {
  async "takes over an archive record, and leaves turns since pending"(store, chat) {
    await say(store, chat, 2);
    const record = {
      epoch: 0,
      incarnation: "before",
      version: 7,
      coversThrough: 70,
      summary: "Of 1 to 70.",
    };
    equal(await store.hydrate(chat, record), "hydrated");
    const state = await read(store, chat);
    deepEqual(
      [state.version, state.base, state.watermark, state.seq, state.summary],
      [7, 70, 0, 2, "Of 1 to 70."],
    );
    deepEqual(seqs(state), [1, 2]);
    deepEqual(await store.commit(chat, turn("t3")), {
      status: "committed",
      seq: 3,
      pending: 3,
      covered: 70,
      dropped: 0,
    });
    equal(await store.apply(chat, change(await read(store, chat), 3)), "applied");
    equal((await read(store, chat)).version, 8);
  },

  async "counts what is covered and what is pending over the life before and this one"(
    store,
    chat,
  ) {
    await say(store, chat, 3);
    await store.hydrate(chat, {
      epoch: 0,
      incarnation: "before",
      version: 7,
      coversThrough: 70,
      summary: "Of 1 to 70.",
    });
    await store.apply(chat, change(await read(store, chat), 2));
    const counts = { seq: 4, pending: 2, covered: 72 };
    deepEqual(await store.commit(chat, turn("t4")), { status: "committed", ...counts, dropped: 0 });
    deepEqual(await store.commit(chat, turn("t4")), {
      status: "duplicate",
      ...counts,
      answer: "answered t4",
    });
  },

  async "takes over an archive record before the first turn"(store, chat) {
    const record = {
      epoch: 4,
      incarnation: "before",
      version: 2,
      coversThrough: 20,
      summary: "Old.",
    };
    equal(await store.hydrate(chat, record), "hydrated");
    const state = await read(store, chat);
    deepEqual([state.epoch, state.version, state.seq, state.summary], [4, 2, 0, "Old."]);
    notEqual(state.incarnation, "before");
    const late = { ...record, version: 3, incarnation: state.incarnation };
    equal(await store.hydrate(chat, late), "adopt");
  },

  async "takes the text of its own version over only when it is told to replace it"(store, chat) {
    await say(store, chat, 3);
    await store.apply(chat, change(await read(store, chat), 2));
    const state = await read(store, chat);
    const { epoch, incarnation, version } = state;
    const record = { epoch, incarnation, version, coversThrough: 2, summary: "Edited by hand." };
    equal(await store.hydrate(chat, record), "not_newer");
    deepEqual(await read(store, chat), state);
    equal(await store.hydrate(chat, record, { replace: true }), "hydrated");
    deepEqual(await read(store, chat), { ...state, summary: "Edited by hand." });
    const older = { ...record, version: version - 1 };
    equal(await store.hydrate(chat, older, { replace: true }), "not_newer");
    const newer = { ...record, version: version + 1 };
    equal(await store.hydrate(chat, newer, { replace: true }), "adopt");
    await store.forget(chat, "r1");
    equal(await store.hydrate(chat, record, { replace: true }), "forgotten");
  },

  async "tells which archive had a record last, whether it came from there or went there"(
    store,
    chat,
  ) {
    await say(store, chat, 3);
    equal((await read(store, chat)).archivedIn, undefined);
    const record = { epoch: 0, incarnation: "before", version: 7, coversThrough: 70 };
    await store.hydrate(chat, { ...record, summary: "Old.", archivedIn: "here" });
    equal((await read(store, chat)).archivedIn, "here");
    await store.apply(chat, change(await read(store, chat), 1));
    equal((await read(store, chat)).archivedIn, "here");
    await store.apply(chat, { ...change(await read(store, chat), 2), archivedIn: "there" });
    const state = await read(store, chat);
    equal(state.archivedIn, "there");
    const same = { ...record, version: state.version, summary: "Old.", archivedIn: "elsewhere" };
    equal(await store.hydrate(chat, same), "not_newer");
    equal((await read(store, chat)).archivedIn, "there");
    equal(await store.hydrate(chat, same, { replace: true }), "hydrated");
    equal((await read(store, chat)).archivedIn, "elsewhere");
    await store.forget(chat, "r1");
    equal((await read(store, chat)).archivedIn, undefined);
  },

  async "refuses an archive record that is not newer, or its own"(store, chat) {
    await say(store, chat, 2);
    await store.apply(chat, change(await read(store, chat), 1));
    const state = await read(store, chat);
    const record = {
      epoch: 0,
      incarnation: "before",
      version: 1,
      coversThrough: 10,
      summary: "Old.",
    };
    equal(await store.hydrate(chat, record), "not_newer");
    const own = { ...record, version: 2, incarnation: state.incarnation };
    equal(await store.hydrate(chat, own), "adopt");
    deepEqual(await read(store, chat), state);
  },
};
