import { deepEqual, equal } from "node:assert/strict";
import type { RecallCases } from "../contract-case.ts";
import { brokenUnicode, oddIds, oddTexts } from "../odd-data.ts";
import { add, dayMs, found, remembered, said } from "../recall-kit.ts";

export const recallOddDataCases: RecallCases = {
  async "keeps chats apart, whatever their ids look like"(store, chat) {
    const chats = oddIds.map((id) => `${chat}${id}`);
    for (const id of chats) await add(store, id, [said(`of ${id}`, "zebra")]);
    for (const id of chats) deepEqual(await found(store, id, "zebra"), [`of ${id}`]);
  },

  async "keeps ids of turns apart, whatever they look like"(store, chat) {
    const turns = oddIds.map((id, at) => said(id, "zebra", "Ok.", at * dayMs));
    await add(store, chat, turns);
    await add(store, chat, turns);
    deepEqual(await remembered(store, chat), turns);
  },

  async "gives every text back as it was said"(store, chat) {
    const speaker = { id: "7", name: brokenUnicode };
    const texts = [...oddTexts, brokenUnicode, `zebra ${"word ".repeat(5_000)}`];
    const turns = texts.map((text, at) => ({ ...said(`t${at}`, text, text, at), speaker }));
    await add(store, chat, turns);
    deepEqual(await remembered(store, chat), turns);
  },

  async "finds words in scripts without spaces, and in those from right to left"(store, chat) {
    await add(store, chat, [
      said("zh", "我的狗叫布鲁诺，它对花生过敏。", "好的。", dayMs),
      said("th", "หมาของฉันแพ้ถั่วลิสง", "โอเค", 9 * dayMs),
      said("ar", "عندي حساسية من المكسرات", "حسنا", 18 * dayMs),
      said("he", "לכלב שלי קוראים רקס", "טוב", 27 * dayMs),
    ]);
    const options = { maxWords: 16 };
    equal((await found(store, chat, "狗对什么过敏？", options))[0], "zh");
    equal((await found(store, chat, "แพ้ถั่ว", options))[0], "th");
    equal((await found(store, chat, "مكسرات", options))[0], "ar");
    equal((await found(store, chat, "הכלב", options))[0], "he");
  },

  async "forgives a typo at the end of a word"(store, chat) {
    await add(store, chat, [said("a", "The zebracrossing is closed.")]);
    deepEqual(await found(store, chat, "zebracrosing"), ["a"]);
  },
};
