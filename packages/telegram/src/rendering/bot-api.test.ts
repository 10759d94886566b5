import { expect, it } from "vitest";
import { toBotApiEntities } from "./bot-api.ts";
import { renderMarkdown } from "./render-markdown.ts";

it("gives every style by its name in the Bot API", () => {
  const { text, entities } = renderMarkdown(
    "**b** *i* ~~s~~ ||h|| `c` [w](https://x.org)\n\n> q\n\n```ts\np\n```\n\n```\np\n```",
  );
  expect(text).toBe("b i s h c w\n\nq\n\np\n\np");
  expect(toBotApiEntities(entities)).toEqual([
    { type: "bold", offset: 0, length: 1 },
    { type: "italic", offset: 2, length: 1 },
    { type: "strikethrough", offset: 4, length: 1 },
    { type: "spoiler", offset: 6, length: 1 },
    { type: "code", offset: 8, length: 1 },
    { type: "text_link", offset: 10, length: 1, url: "https://x.org" },
    { type: "blockquote", offset: 13, length: 1 },
    { type: "pre", offset: 16, length: 1, language: "ts" },
    { type: "pre", offset: 19, length: 1 },
  ]);
});
