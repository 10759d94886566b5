import { deepEqual, equal, ok } from "node:assert/strict";
import { recallIndex } from "../../recall/create-recall-index.ts";
import type { RecallCases } from "../contract-case.ts";
import { add, found, postingsOf, remembered, said } from "../recall-kit.ts";

const secret = said("a", "My secret is xylophone.");

export const recallForgetCases: RecallCases = {
  async "forgets a chat, and refuses whoever comes late"(store, chat) {
    const index = recallIndex(store);
    const other = `${chat} other`;
    await add(store, chat, [secret], 3);
    await add(store, other, [secret]);
    await index.forget(chat, { epoch: 4 });
    equal(await add(store, chat, [said("b", "late xylophone")], 3), "forgotten");
    deepEqual(await found(store, chat, "xylophone"), []);
    deepEqual(await remembered(store, chat), []);
    equal(await postingsOf(store, chat, "xylop"), 0);
    equal(await add(store, chat, [said("c", "new xylophone")], 4), "added");
    deepEqual(await found(store, chat, "xylophone"), ["c"]);
    deepEqual(await found(store, other, "xylophone"), ["a"]);
  },

  async "keeps what came after a forget when that is repeated"(store, chat) {
    const index = recallIndex(store);
    await index.forget(chat, { epoch: 4 });
    await add(store, chat, [secret], 4);
    await index.forget(chat, { epoch: 4 });
    await index.forget(chat, { epoch: 2 });
    deepEqual(await found(store, chat, "xylophone"), ["a"]);
  },

  async "drops what is of a forgotten life with the first turn of a new one"(store, chat) {
    // So often that a store which keeps older postings elsewhere has some there.
    const often = Array.from({ length: 75 }, (_, n) => said(`t${n}`, "xylophone", "A xylophone."));
    await add(store, chat, [secret, ...often], 1);
    equal(await add(store, chat, [said("c", "xylophone now")], 2), "added");
    deepEqual(await remembered(store, chat), [said("c", "xylophone now")]);
    equal(await postingsOf(store, chat, "xylop"), 1);
    equal((await store.state(chat, [])).units, 2);
    equal(await add(store, chat, [secret], 1), "forgotten");
  },

  async "gives nothing of an older life than the one that is asked in"(store, chat) {
    await add(store, chat, [secret], 1);
    const beside = { epoch: 2, shown: new Set<string>() };
    deepEqual(await found(store, chat, "xylophone", { beside }), []);
  },

  async "refuses a batch and a replacement that were made before a forget"(store, chat) {
    await add(store, chat, [secret], 1);
    const before = (await store.texts(chat, [1])).get(1);
    ok(before);
    await store.forget(chat, 2);
    const change = { epoch: 1, n: 1, before, after: before, lists: new Map([["zebra", "---2T"]]) };
    equal(await store.replace(chat, change), "forgotten");
    const numbers = { after: 1, builtBefore: 1, built: 2, units: 1, restart: false };
    const batch = { ...numbers, epoch: 1, analyzer: "light-1", turns: [], lists: change.lists };
    equal(await store.append(chat, batch), "forgotten");
    equal(await store.append(chat, { ...batch, restart: true }), "forgotten");
    deepEqual(await found(store, chat, "zebra xylophone"), []);
  },

  async "erases a turn with every word of it, and keeps the others"(store, chat) {
    const index = recallIndex(store);
    const turns = Array.from({ length: 75 }, (_, n) => said(`t${n}`, `zebra ${n}`, "A zebra."));
    await add(store, chat, turns);
    for (const turnId of ["t0", "t3", "t74"])
      await index.replace(chat, { turnId, atMs: 0, user: "", assistant: "" }, { epoch: 0 });
    const gone = new Set(["t0", "t3", "t74"]);
    const left = turns.filter(({ turnId }) => !gone.has(turnId));
    deepEqual(await remembered(store, chat), left);
    equal(await postingsOf(store, chat, "zebra"), 144);
    for (const n of [0, 3, 74]) equal(await postingsOf(store, chat, String(n)), 0);
    const { known, units } = await store.state(chat, ["t3", "t4"]);
    deepEqual([...known.keys()], ["t4"]);
    equal(units, 144);
  },

  async "replaces a turn in its place"(store, chat) {
    const index = recallIndex(store);
    const turns = Array.from({ length: 75 }, (_, n) => said(`t${n}`, `zebra ${n}`, "A zebra."));
    await add(store, chat, turns);
    const edited = [
      said("t2", "zebra giraffe", "A giraffe"),
      said("t74", "okapi", "A zebra"),
      said("unknown", "zebra"),
    ];
    for (const turn of edited) await index.replace(chat, turn, { epoch: 0 });
    const [early, late] = edited;
    ok(early && late);
    deepEqual(await remembered(store, chat), turns.with(2, early).with(74, late));
    deepEqual(await found(store, chat, "giraffe", { maxWords: 8 }), ["t2"]);
    deepEqual(await found(store, chat, "okapi", { maxWords: 7 }), ["t74"]);
    equal(await postingsOf(store, chat, "zebra"), 148);
    equal(await postingsOf(store, chat, "giraf"), 2);
    const { lists } = await store.read(chat, ["zebra"], { sittings: false });
    const postings = lists.get("zebra")?.match(/.{5}/gu) ?? [];
    deepEqual(postings, postings.toSorted());
  },

  async "replaces nothing of another life than the one that it is asked in"(store, chat) {
    await add(store, chat, [secret], 1);
    for (const epoch of [0, 2])
      await recallIndex(store).replace(chat, said("a", "giraffe"), { epoch });
    deepEqual(await found(store, chat, "giraffe"), []);
  },

  async "leaves the words of a turn that it replaces to whoever is building the index anew"(
    store,
    chat,
  ) {
    await add(store, chat, [secret, said("b", "zebra")]);
    const begun = {
      epoch: 0,
      analyzer: "other",
      after: 2,
      builtBefore: 2,
      built: 1,
      restart: true,
    };
    const lists = new Map([["zebra", "---3T"]]);
    const none = { turns: [], units: 0, lists: new Map<string, string>() };
    equal(await store.append(chat, { ...begun, ...none }), "added");
    const before = (await store.texts(chat, [2])).get(2);
    ok(before);
    const after = { ...before, body: '[0,"zebra again",""]' };
    equal(await store.replace(chat, { epoch: 0, n: 2, before, after, lists }), "replaced");
    equal(await postingsOf(store, chat, "zebra"), 0);
    equal((await store.state(chat, [])).units, 0);
    equal((await store.texts(chat, [2])).get(2)?.body, after.body);
  },

  async "counts no turn that was erased among those that have room"(store, chat) {
    const turns = Array.from({ length: 301 }, (_, n) => said(`t${n}`, "zebra", "Ok.", n));
    await add(store, chat, turns.slice(0, 300));
    await recallIndex(store).replace(chat, said("t7", "", ""), { epoch: 0 });
    await add(store, chat, turns.slice(300));
    deepEqual(
      await remembered(store, chat),
      turns.filter(({ turnId }) => turnId !== "t7"),
    );
  },

  async "replaces nothing that has changed since it was read"(store, chat) {
    await add(store, chat, [secret]);
    const before = (await store.texts(chat, [1])).get(1);
    ok(before);
    const after = { ...before, body: '[0,"okapi",""]' };
    const change = { epoch: 0, n: 1, before, after, lists: new Map<string, string>() };
    equal(await store.replace(chat, change), "replaced");
    equal(await store.replace(chat, change), "conflict");
    equal(await store.replace(chat, { ...change, n: 2 }), "conflict");
  },
};
