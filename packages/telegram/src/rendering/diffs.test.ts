import { expect, it } from "vitest";
import { marked } from "./marked.kit.ts";
import { renderMarkdown } from "./render-markdown.ts";

it.each([
  ["- old line\n+ new line", "- old line\n+ new line"],
  ["+ fast\n+ **cheap**\n- loud", "+ fast\n+ <bold>cheap</bold>\n- loud"],
  ["So:\n\n- a\n+ b\n- c\n\nThen run it.", "So:\n\n- a\n+ b\n- c\n\nThen run it."],
  ["1. change\n   - a\n   + b\n2. run", "1. change\n   - a\n   + b\n2. run"],
])("keeps the signs of lines taken away and added: %j", (markdown, expected) => {
  expect(marked(renderMarkdown(markdown))).toBe(expected);
});

it.each([
  ["+ a\n+ b", "• a\n• b"],
  ["- a\n- b\n\n+ c", "• a\n• b\n\n• c"],
  ["- a\n* b", "• a\n\n• b"],
  ["- a\n  + b\n  + c\n- d", "• a\n  • b\n  • c\n• d"],
])("takes other lists for what they are: %j", (markdown, expected) => {
  expect(marked(renderMarkdown(markdown))).toBe(expected);
});
