import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import type { RecallCases } from "../contract-case.ts";
import { add, dayMs, found, said, search } from "../recall-kit.ts";

const at = (month: number) => Date.UTC(2024, month, 10);
const by = (name: string) => ({ speaker: { id: name, name } });

export const recallSearchCases: RecallCases = {
  async "finds a sentence by another form of its words, and leaves out the others"(store, chat) {
    await add(store, chat, [
      said(
        "a",
        "Good morning! My dog Bruno is allergic to peanuts. What a day it was.",
        "Poor Bruno!",
      ),
      said("b", "I moved to Lisbon.", "Nice.", 5 * dayMs),
    ]);
    const all = await search(store, chat, "Which allergies do my dogs have?", { maxWords: 14 });
    const [first, ...more] = all;
    equal(first?.turnId, "a");
    match(first.user, /allergic to peanuts/u);
    doesNotMatch(first.user, /What a day/u);
    deepEqual(more, []);
  },

  async "finds the answer that stands beside the words that match"(store, chat) {
    await add(store, chat, [
      said("a", "Which restaurant shall I book for the anniversary?", "Ask me tomorrow."),
      said("b", "Fine.", "Take the Blue Heron."),
    ]);
    const all = await search(store, chat, "restaurant for our anniversary", { maxWords: 60 });
    ok(all.some(({ assistant }) => assistant.includes("Blue Heron")));
  },

  async "lets no match reach into the next sitting"(store, chat) {
    await add(store, chat, [
      said("a", "The restaurant was lovely."),
      said("b", "Hm.", "Hm.", dayMs),
    ]);
    deepEqual(await found(store, chat, "restaurant"), ["a"]);
  },

  async "tells with which turns the sittings begin, if it is asked"(store, chat) {
    const times = [0, 1, dayMs, dayMs + 1];
    await add(
      store,
      chat,
      times.map((atMs) => said(`t${atMs}`, "zebra", "Ok.", atMs)),
    );
    const { known } = await store.state(chat, [`t${dayMs}`]);
    const { sittings } = await store.read(chat, [], { sittings: true });
    deepEqual(sittings, [
      [1, 0],
      [known.get(`t${dayMs}`), dayMs],
    ]);
    deepEqual((await store.read(chat, [], { sittings: false })).sittings, []);
  },

  async "gives the oldest turn first, each with its own time"(store, chat) {
    await add(store, chat, [
      said("a", "My zebra is old.", "Ok.", dayMs),
      said("b", "My zebra sleeps.", "Ok.", 9 * dayMs),
    ]);
    const all = await search(store, chat, "zebra");
    deepEqual(
      all.map(({ turnId, atMs }) => [turnId, atMs]),
      [
        ["a", dayMs],
        ["b", 9 * dayMs],
      ],
    );
  },

  async "keeps to the number of words"(store, chat) {
    const turns = Array.from({ length: 30 }, (_, n) =>
      said(`t${n}`, `The zebra number ${n} ran over the wide yellow field.`, "Ok.", n * dayMs),
    );
    await add(store, chat, turns);
    for (const maxWords of [1, 20, 50, 100]) {
      const all = await search(store, chat, "zebra field", { maxWords });
      const words = all.reduce((sum, { user }) => sum + user.split(" ").length, 0);
      ok(words <= maxWords, `${words} words for ${maxWords}`);
      ok(maxWords < 20 || words > maxWords / 3);
    }
  },

  async "counts the header of a day once"(store, chat) {
    const turns = ["a", "b"].map((id, n) => said(id, "My zebra eats hay.", "", n * 60_000));
    await add(store, chat, turns);
    // Two of four words, each with who says it, and a day of four.
    equal((await found(store, chat, "zebra hay", { maxWords: 14 })).length, 2);
    equal((await found(store, chat, "zebra hay", { maxWords: 13 })).length, 1);
  },

  async "prefers the time that is asked for"(store, chat) {
    await add(store, chat, [
      said("a", "I ran a marathon.", "Ok.", at(1)),
      said("b", "I ran a marathon.", "Ok.", at(4)),
      said("c", "I ran a marathon.", "Ok.", at(8)),
    ]);
    const query = "Which marathon did I run in May 2024?";
    deepEqual(await found(store, chat, query, { maxWords: 10 }), ["b"]);
  },

  async "prefers whose words are asked for, and finds the other's where there is room"(
    store,
    chat,
  ) {
    await add(store, chat, [
      said("a", "I paint the kitchen green.", "Ok.", 0),
      said("b", "Hm.", "Why not paint the kitchen blue?", 9 * dayMs),
    ]);
    const query = "the colour to paint the kitchen";
    const room = { user: ["a"], assistant: ["b"] };
    for (const side of ["user", "assistant"] as const) {
      deepEqual(await found(store, chat, query, { maxWords: 11, side }), room[side]);
      deepEqual(await found(store, chat, query, { side }), ["a", "b"]);
    }
  },

  async "finds by time alone what was talked about yesterday"(store, chat) {
    const nowMs = Date.UTC(2024, 5, 10, 15);
    await add(store, chat, [
      said("before", "We painted the fence.", "Ok.", nowMs - 2 * dayMs),
      said("a", "We baked bread. It was good.", "Ok.", nowMs - dayMs),
      said("b", "We went to the lake.", "Ok.", nowMs - dayMs + 1_000),
      said("today", "We wash the car.", "Ok.", nowMs - 3_600_000),
    ]);
    for (const query of ["What did we talk about yesterday?", "昨天我们聊了什么？"]) {
      const all = await search(store, chat, query, { nowMs });
      deepEqual(
        all.map(({ turnId, user }) => [turnId, user]),
        [
          ["a", "We baked bread."],
          ["b", "We went to the lake."],
        ],
      );
    }
  },

  async "never gives a turn that is shown anyway, and finds older ones behind many of them"(
    store,
    chat,
  ) {
    const shown = Array.from({ length: 40 }, (_, n) => `w${n}`);
    await add(store, chat, [
      said("old", "zebra and other things that were said"),
      ...shown.map((id) => said(id, "zebra", "Ok.", dayMs)),
    ]);
    const beside = { epoch: 0, shown: new Set(shown) };
    deepEqual(await found(store, chat, "zebra", { beside }), ["old"]);
  },

  async "gives nothing when nothing is wanted any more"(store, chat) {
    await add(store, chat, [said("a", "zebra")]);
    const beside = Promise.resolve(null);
    deepEqual(await found(store, chat, "zebra", { beside }), []);
  },

  async "understands a short question by what was said before it"(store, chat) {
    await add(store, chat, [
      said("a", "The dentist found a bad tooth. The address is Oak Street.", "Ok.", dayMs),
      said("b", "The bakery has a new address.", "Ok.", 9 * dayMs),
    ]);
    const beside = { epoch: 0, shown: new Set<string>(), before: "My tooth hurts, the dentist?" };
    const options = { maxWords: 15, beside };
    deepEqual(await found(store, chat, "And the address?", options), ["a"]);
  },

  async "finds who said it"(store, chat) {
    await add(store, chat, [
      { ...said("a", "My favourite colour is green.", "Ok.", 0), ...by("Anna") },
      { ...said("b", "My favourite colour is red.", "Ok.", 9 * dayMs), ...by("Boris") },
    ]);
    const all = await search(store, chat, "favourite colour of Boris", { maxWords: 10 });
    deepEqual(
      all.map(({ turnId, speaker }) => [turnId, speaker?.name]),
      [["b", "Boris"]],
    );
  },

  async "answers nothing for nothing"(store, chat) {
    deepEqual(await found(store, chat, "zebra"), []);
    await add(store, chat, [said("a", "zebra")]);
    for (const query of ["", "what is it?", "…", "ok", "giraffe"])
      deepEqual(await found(store, chat, query), [], query);
  },
};
