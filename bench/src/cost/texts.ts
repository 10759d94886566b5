import { countTokens } from "./tokens.ts";

const words =
  "apple river stone cloud paper window garden letter music silver train bridge coffee winter summer market doctor friend yellow planet".split(
    " ",
  );

/** What people and models say: texts of a given length, the same ones in each run. */
export function createTexts() {
  let state = 7;
  const below = (end: number) => (state = (state * 48_271) % 2_147_483_647) % end;
  const word = () => words[below(words.length)] ?? "";
  return {
    /** Makes a text of so many tokens. */
    ofTokens(count: number): string {
      let text = word();
      while (countTokens(`${text}.`) < count) text += ` ${word()}`;
      return `${text}.`;
    },
    /** Makes a summary of at least so many words, as spaces part them. */
    summary(least: number): string {
      let text = "The person is called Anna and lives in Lisbon.";
      while (text.split(" ").length < least)
        text += ` She mentioned the ${word()} and the ${word()} on 2026-11-${10 + below(15)}.`;
      return text;
    },
  };
}
