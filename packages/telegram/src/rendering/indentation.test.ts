import { describe, expect, it } from "vitest";
import { marked } from "./marked.kit.ts";
import { renderMarkdown } from "./render-markdown.ts";

const rendered = (markdown: string) => marked(renderMarkdown(markdown));

describe("keeps the indentation of", () => {
  it.each([
    [
      "code without a fence",
      "Here:\n\ndef f(x):\n    # a comment\n    if x:\n        return 1\n\n    return 2\n# end\nprint(f(1))\n\nDone.",
    ],
    [
      "data",
      'services:\n  web:\n    image: nginx\n    ports:\n      - "80:80"\n    env:\n      - A=1\nvolumes:\n  db:',
    ],
    ["data with lists", "on:\n  - push\n  - pull\njobs:\n  - a"],
    ["a poem", "Roses are red,\n  violets are blue,\n    sugar is sweet"],
    ["a second verse", "one\n\n  two\n    three\n\nfour"],
    ["tabs", "all:\n\tcc a.c\n\t\tmore"],
    ["a tree", "src\n├── a.ts\n│   └── __init__.py\n    └── *.ts"],
    ["a tree of plain signs", "|-- src\n|   |-- a.ts\n|   `-- b.ts\n`-- package.json"],
    ["a picture", "/-/\\\n ( o.o )\n  > ^ <"],
  ])("%s", (_, text) => {
    expect(renderMarkdown(text)).toEqual({ text, entities: [] });
  });

  it.each([
    [
      "a message that begins with it, from its first line on",
      "    def f(x):\n        if x:\n            return 1\n\n    y = f(2)",
      "def f(x):\n    if x:\n        return 1\n\ny = f(2)",
    ],
    [
      "words below a heading, and their styles",
      "# Config\nserver:\n  port: **80**",
      "<bold>Config</bold>\n\nserver:\n  port: <bold>80</bold>",
    ],
    ["data in an item", "- name: x\n  with:\n    a: 1\n- y", "• name: x\n  with:\n    a: 1\n• y"],
    [
      "no line that only goes on",
      "- **T**: text\n    more\n    and more",
      "• <bold>T</bold>: text\n  more\n  and more",
    ],
    ["no list, table or quote", "  - a\n  - b\n\n  > c", "• a\n• b\n\n<blockquote>c</blockquote>"],
    ["what stands before code", "a\n  b\n```\n  c\n```", "a\n  b\n\n<pre>  c</pre>"],
  ])("%s", (_, markdown, expected) => {
    expect(rendered(markdown)).toBe(expected);
  });
});

describe("nests lists where they look so", () => {
  it.each([
    ["1. a\n  1. b\n  2. c\n2. d", "1. a\n   1. b\n   2. c\n2. d"],
    ["1. a\n  - b\n  - c\n2. d", "1. a\n   • b\n   • c\n2. d"],
    ["- a\n    - b\n        - c\n- d", "• a\n  • b\n    • c\n• d"],
    ["10. a\n  - b\n\n  more of a\n11. c", "10. a\n\n    • b\n\n    more of a\n11. c"],
    ["1. a\n  ```sh\n  ls\n    x\n  ```\n2. b", "1. a\n<pre sh>ls\n  x</pre>\n2. b"],
    ["1. a\n```sh\nls\n```\n2. b", "1. a\n\n<pre sh>ls</pre>\n\n2. b"],
    [" 9. a\n10. b", "9. a\n10. b"],
    ["- a\n b\nc", "• a\n  b\n  c"],
  ])("%j", (markdown, expected) => {
    expect(rendered(markdown).replaceAll(/ +(?=\n)/g, "")).toBe(expected);
  });
});

describe("numbers items", () => {
  it.each([
    ["as they were numbered", "1. a\n3. b\n7. c", "1. a\n3. b\n7. c"],
    ["where all have one number", "1. a\n1. b\n1. c", "1. a\n2. b\n3. c"],
    ["with their own sign", "1) a\n2) b", "1) a\n2) b"],
    ["that have boxes", "1. [x] a\n2. [ ] b", "1. ☑ a\n2. ☐ b"],
  ])("%s", (_, markdown, expected) => {
    expect(rendered(markdown)).toBe(expected);
  });
});
