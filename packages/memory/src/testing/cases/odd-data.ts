import { deepEqual, equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { StoreCases } from "../contract-case.ts";
import { brokenUnicode, oddIds, oddTexts } from "../odd-data.ts";
import { amendment, change, read, turn } from "../store-kit.ts";

export const oddDataCases: StoreCases = {
  async "keeps chats apart, whatever their ids look like"(store) {
    const prefix = randomUUID();
    const chats = oddIds.map((id) => `${prefix}${id}`);
    await Promise.all(chats.map((chat) => store.commit(chat, { ...turn("t1"), user: chat })));
    const [first = "", ...others] = chats;
    await store.forget(first, "r1");
    const said = await Promise.all(
      others.map(async (chat) => (await read(store, chat)).turns[0]?.user),
    );
    deepEqual(said, others);
    equal((await read(store, first)).seq, 0);
  },

  async "keeps turns apart, whatever their ids look like"(store, chat) {
    for (const [index, id] of oddIds.slice(0, 6).entries()) {
      const result = await store.commit(chat, turn(id));
      deepEqual(
        [result.status, result.status === "committed" && result.seq],
        ["committed", index + 1],
      );
      equal((await store.begin(chat, id)).seen, index + 1);
    }
  },

  async "brings every text back unchanged, broken unicode too"(store, chat) {
    const texts = [...oddTexts, brokenUnicode];
    for (const [index, text] of texts.entries()) {
      await store.commit(chat, { turnId: `t${index}`, user: text, assistant: text, epoch: 0 });
    }
    const state = await read(store, chat);
    deepEqual(
      state.turns.map(({ user: said }) => said),
      texts,
    );
    deepEqual(
      state.turns.map(({ assistant }) => assistant),
      texts,
    );
    await store.apply(chat, change(state, 5, brokenUnicode));
    equal((await read(store, chat)).summary, brokenUnicode);
  },

  async "brings speaker, beginning and cut back unchanged, and compares them so"(store, chat) {
    const content = {
      speaker: { id: "-100'\"|", name: brokenUnicode },
      began: { atMs: 1_764_000_000_123, after: 7 },
      cut: true,
    } as const;
    await store.commit(chat, turn("t1", { ...content, parts: [{ id: "p", text: "one" }] }));
    const state = await read(store, chat);
    const [kept] = state.turns;
    deepEqual([kept?.speaker, kept?.began, kept?.cut], [content.speaker, content.began, true]);
    const speaker = { id: "1", name: "Anna" };
    equal(await store.amend(chat, amendment(state, 1, "e1", { speaker })), "amended");
    equal(await store.amend(chat, amendment(state, 1, "e2", { user: "late" })), "conflict");
    deepEqual((await read(store, chat)).turns, [{ ...kept, speaker }]);
  },

  async "brings parts and edits back unchanged, and compares them so"(store, chat) {
    const texts = [...oddTexts, brokenUnicode];
    const parts = texts.map((text, index) => ({ id: `${oddIds[index]}-part`, text }));
    await store.commit(chat, turn("t1", { user: brokenUnicode, parts }));
    const edit = "e'1\"|{}";
    const edited = { user: brokenUnicode, parts: parts.toReversed(), edit };
    equal(await store.amend(chat, amendment(await read(store, chat), 1, edit, edited)), "amended");
    const [kept] = (await store.begin(chat, edit)).turns;
    deepEqual([kept?.user, kept?.parts, kept?.edit], [brokenUnicode, parts.toReversed(), edit]);
    const next = { user: "plain" };
    equal(await store.amend(chat, amendment(await read(store, chat), 1, "e2", next)), "amended");
  },
};
