import { describe, expect, it } from "vitest";
import { commands, helpIn, languages, offeredCommands, type Texts, textsFor } from "./index.ts";

/** The scripts in which a language is written; the names of commands are Latin in all of them. */
const scripts: Readonly<Record<string, RegExp>> = {
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  zh: /\p{Script=Han}/u,
};

/** Every sentence of a language with its place. */
function sentencesOf(texts: object, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "string") return [[`${path}${key}`, value] as const];
    return value instanceof Object ? sentencesOf(value, `${path}${key}.`) : [];
  });
}

it.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["zh-hans", "zh"],
  ["UK", "uk"],
  ["pt-br", "en"],
  ["constructor", "en"],
  ["", "en"],
  [undefined, "en"],
])("speaks to a client of %s in %s", (tag, code) => {
  expect(textsFor(tag)).toBe(languages.get(code));
});

it("tells of /model alone where there are models to choose from", () => {
  expect(offeredCommands({ models: true })).toEqual([...commands]);
  expect(offeredCommands()).toEqual(commands.filter((command) => command !== "model"));
  expect(helpIn(textsFor("en"))).not.toContain("/model");
});

describe.each([...languages])("%s", (code, texts: Texts) => {
  const sentences = sentencesOf(texts);

  it("leaves no sentence out, and none in English", () => {
    const english = new Map(sentencesOf(textsFor("en")));
    expect(sentences.map(([place]) => place)).toEqual([...english.keys()]);
    for (const [place, sentence] of sentences) {
      expect(sentence.trim(), place).not.toBe("");
      if (code !== "en") expect(sentence, place).not.toBe(english.get(place));
      expect(sentence, place).toMatch(scripts[code] ?? /\p{Script=Latin}/u);
    }
  });

  it("describes each command in the order of the menu, within the 256 characters of Telegram", () => {
    expect(Object.keys(texts.commands)).toEqual([...commands]);
    for (const what of Object.values(texts.commands)) expect(what.length).toBeLessThanOrEqual(256);
    for (const command of commands)
      expect(helpIn(texts, { models: true })).toContain(`/${command}  `);
  });
});
