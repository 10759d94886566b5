import { deepEqual, equal, ok } from "node:assert/strict";
import { analyzer } from "../../recall/analyzer.ts";
import { recallIndex } from "../../recall/create-recall-index.ts";
import type { Batch } from "../../recall/posting-store.ts";
import type { RecallCases } from "../contract-case.ts";
import { add, dayMs, found, postingsOf, remembered, said, search } from "../recall-kit.ts";

const batch: Batch = {
  epoch: 0,
  analyzer: "light-1",
  after: 0,
  builtBefore: 0,
  built: 1,
  restart: false,
  turns: [{ n: 1, turnId: "a", atMs: 0, starts: true, units: 1, body: '[0,"zebra",""]' }],
  units: 1,
  lists: new Map([["zebra", "---1T"]]),
};

const uniqueWord = (n: number) => `u${String(n).padStart(3, "0")}x`;

export const recallAddCases: RecallCases = {
  async "remembers a turn once, in one batch and in two, and keeps its first content"(store, chat) {
    const a = said("a", "zebra crossing");
    await add(store, chat, [a, a]);
    await add(store, chat, [said("a", "zebra other"), said("b", "zebra again")]);
    equal(await postingsOf(store, chat, "zebra"), 2);
    const { first, last, units } = await store.state(chat, []);
    deepEqual([first, last, units], [1, 2, 4]);
    deepEqual(await remembered(store, chat), [a, said("b", "zebra again")]);
  },

  async "takes turns of several writers at once, each once"(store, chat) {
    const both = [said("x", "zebra x"), said("y", "zebra y")];
    await Promise.all([
      add(store, chat, both),
      add(store, chat, [...both, said("z", "zebra z")]),
      add(store, chat, [said("w", "zebra w")]),
    ]);
    equal(await postingsOf(store, chat, "zebra"), 4);
    equal((await store.state(chat, [])).units, 8);
    const ids = (await remembered(store, chat)).map(({ turnId }) => turnId);
    deepEqual(ids.toSorted(), ["w", "x", "y", "z"]);
  },

  async "writes nothing of a batch that was made from older numbers"(store, chat) {
    equal(await store.append(chat, batch), "added");
    const state = await store.state(chat, ["a"]);
    for (const stale of [
      batch,
      { ...batch, after: 1 },
      { ...batch, builtBefore: 1 },
      { ...batch, after: 1, builtBefore: 2 },
    ])
      equal(await store.append(chat, stale), "conflict");
    const other = { ...batch, after: 1, builtBefore: 1, turns: [], analyzer: "other" };
    equal(await store.append(chat, other), "conflict");
    deepEqual(await store.state(chat, ["a"]), state);
    deepEqual(state.known, new Map([["a", 1]]));
  },

  async "adds more than a batch in the order in which it was said"(store, chat) {
    const turns = Array.from({ length: 45 }, (_, n) => said(`t${n}`, `zebra ${n}`, "Ok.", n));
    await add(store, chat, turns);
    deepEqual(await remembered(store, chat), turns);
  },

  async "keeps a bounded number of a common term's postings, the newest ones"(store, chat) {
    for (let n = 0; n < 28; n++)
      await add(
        store,
        chat,
        Array.from({ length: 10 }, (_, at) => said(`t${10 * n + at}`, "zebra", "A zebra.", n)),
      );
    const postings = await postingsOf(store, chat, "zebra");
    ok(postings >= 200 && postings <= 200 + 256, `${postings} postings`);
    const ids = await found(store, chat, "zebra", { maxWords: 50 });
    ok(ids.length > 3);
    for (const id of ids) ok(Number(id.slice(1)) >= 280 - 102, id);
  },

  async "drops the oldest turns beyond the cap at once, and in time every word of them"(
    store,
    chat,
  ) {
    const turns = Array.from({ length: 440 }, (_, n) =>
      said(
        `t${n}`,
        // So many words stand before that one that no single look reaches all of them.
        `common ${n < 100 ? "early" : ""} ${n % 10 === 0 ? "tenth" : ""} a${n} b${n} c${n} ${uniqueWord(n)}`,
        n < 100 ? "An early one." : "Ok then.",
        n * dayMs,
      ),
    );
    for (let from = 0; from < turns.length; from += 10)
      await add(store, chat, turns.slice(from, from + 10));
    const kept = await remembered(store, chat);
    deepEqual(kept, turns.slice(-300));
    const { known, units } = await store.state(chat, ["t139", "t140"]);
    deepEqual([...known.keys()], ["t140"]);
    equal(units, 600);
    for (let n = 0; n < 100; n++)
      equal(await postingsOf(store, chat, uniqueWord(n)), 0, `${n} is still there`);
    equal(await postingsOf(store, chat, "early"), 0);
    ok((await postingsOf(store, chat, "tenth")) >= 30);
    deepEqual(await found(store, chat, uniqueWord(400)), ["t400"]);
    deepEqual(await found(store, chat, uniqueWord(5)), []);
  },

  async "drops a turn beyond the cap whose text is no whole unicode, and no word of the next one"(
    store,
    chat,
  ) {
    await add(store, chat, [said("odd\n|1", "zebra \ud800 lone")]);
    const others = Array.from({ length: 299 }, (_, n) => said(`t${n}`, "giraffe", "Ok.", n));
    const more = [said("next", "okapi"), ...others];
    await add(store, chat, more);
    deepEqual(await remembered(store, chat), more);
    equal(await postingsOf(store, chat, "okapi"), 1);
    deepEqual((await store.state(chat, ["odd\n|1"])).known, new Map());
  },

  async "builds the index anew for another analyzer, from its texts"(store, chat) {
    const turns = Array.from({ length: 75 }, (_, n) =>
      said(`t${n}`, `gardening ${uniqueWord(n)}`, "Gardening.", n * dayMs),
    );
    await add(store, chat, turns);
    const whole = recallIndex(store, {
      analyzer: analyzer({ name: "whole", stem: (word) => word }),
    });
    deepEqual(await whole.search(chat, "gardening", { maxWords: 50 }), []);
    equal(
      await whole.add(chat, [said("last", "gardening", "Gardening.", 99 * dayMs)], { epoch: 0 }),
      "added",
    );
    equal(await postingsOf(store, chat, "garde"), 0);
    equal(await postingsOf(store, chat, "gardening"), 152);
    equal((await store.state(chat, [])).units, 152);
    const ids = await whole.search(chat, uniqueWord(7), { maxWords: 50 });
    deepEqual(
      ids.map(({ turnId }) => turnId),
      ["t7"],
    );
    equal((await remembered(store, chat)).length, 76);
    deepEqual(await search(store, chat, "gardening"), []);
  },
};
