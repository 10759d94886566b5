import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Formatted } from "./entity.ts";
import { marked, nameOf } from "./marked.kit.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { splitFormatted } from "./split-formatted.ts";

it.each([
  ["plain words", "plain words"],
  ["2 ** 3 and snake__case, price 5-3-1", "2 ** 3 and snake__case, price 5-3-1"],
  ["**bold** and *it\\*alic*", "<bold>bold</bold> and <italic>it*alic</italic>"],
  ["***both***", "<italic><bold>both</bold></italic>"],
  ["~~gone~~ `a*b*`", "<strikethrough>gone</strikethrough> <code>a*b*</code>"],
  ["# Title\n\ntext", "<bold>Title</bold>\n\ntext"],
  ["## **Title**", "<bold>Title</bold>"],
  ["one\ntwo\n\nthree", "one\ntwo\n\nthree"],
  ["- a\n- b\n  - c\n  - d", "• a\n• b\n  • c\n  • d"],
  ["3. a\n4. b\n   more", "3. a\n4. b\n   more"],
  ["- [x] done\n- [ ] open", "☑ done\n☐ open"],
  ["> quoted\n> **words**", "<blockquote>quoted\n<bold>words</bold></blockquote>"],
  ["> a\n> > b", "<blockquote>a\n\nb</blockquote>"],
  ["```ts\nconst a = 1;\n  b\n```", "<pre ts>const a = 1;\n  b</pre>"],
  ["- item\n  ```\n  code\n    deep\n  ```", "• item\n<pre>code\n  deep</pre>"],
  ["text\n\n```ts title=x\nnever closed", "text\n\n<pre ts>never closed</pre>"],
  ["```\n```", "```\n```"],
  ["> ", ">"],
  ["# ", "#"],
  ["[a]: http://x", "[a]: http://x"],
  ["``````````a", "``````````a"],
  ["so\n\n~~~never~~~ mind", "so\n\n~~~never~~~ mind"],
  ["![ ](https://a.b)", "https://a.b"],
  ["[](https://a.b/c) or [ ](https://a.b/d)", "https://a.b/c or https://a.b/d"],
  [" \n\n\u0000", ""],
  ["a\u0000b", "ab"],
  ["a ` ` b, **&nbsp;** c", "a   b, \u00A0 c"],
  [
    "||*secret* words||, a || b || c",
    "<spoiler><italic>secret</italic> words</spoiler>, a || b || c",
  ],
  ["`||a||` || ||b|| ||c", "<code>||a||</code> || <spoiler>b</spoiler> ||c"],
  ["**||a||** |||", "<bold><spoiler>a</spoiler></bold> |||"],
  ["||a `b`||", "<spoiler>a b</spoiler>"],
  ["**a `b` c**", "<bold>a </bold><code>b</code><bold> c</bold>"],
  [
    "> ***`b`***\n> ~~a `c`~~",
    "<blockquote><code>b</code>\n<strikethrough>a </strikethrough><code>c</code></blockquote>",
  ],
  ["> ```\n> a\n> ```", "<blockquote><pre>a</pre></blockquote>"],
  ["$a*b*c$, $x_1 * y_1$.", "$a*b*c$, $x_1 * y_1$."],
  [
    "**$5** and **$6**, $5*2, **$x** or **$y**",
    "<bold>$5</bold> and <bold>$6</bold>, $5*2, <bold>$x</bold> or <bold>$y</bold>",
  ],
  ["`\\(` and *b* `\\)`", "<code>\\(</code> and <italic>b</italic> <code>\\)</code>"],
  ["[a $b$](https://x.org/$a$)", "<link https://x.org/$a$>a $b$</link>"],
  [
    "| a | b | c |\n|--:|:-:|---|\n| 100 | 10000 | 1 |\n| 1 | 1 | 1 |",
    "<pre>  a │   b   │ c\n────┼───────┼──\n100 │ 10000 │ 1\n  1 │   1   │ 1</pre>",
  ],
  ["```\n    a\n  b\n```", "<pre>    a\n  b</pre>"],
  ["[a *link*](https://x.org/)", "<link https://x.org/>a <italic>link</italic></link>"],
  ["[a `b`](https://x.org/)", "<link https://x.org/>a b</link>"],
  ["[ref][1]\n\n[1]: https://x.org/", "<link https://x.org/>ref</link>"],
  ["[a file](./x.md) [here](#top)", "a file (./x.md) here"],
  ["https://x.org/a_b_c and www.x.org, <me@x.org>", "https://x.org/a_b_c and www.x.org, me@x.org"],
  ["[write](mailto:me@x.org) or [call](tel:+1)", "write (me@x.org) or call (+1)"],
  ["![a cat](https://x.org/cat.png)", "<link https://x.org/cat.png>a cat</link>"],
  ["<b>html</b> *is* text", "<b>html</b> <italic>is</italic> text"],
  ["<details>\n**in**\n</details>", "<details>\n<bold>in</bold>\n</details>"],
  ["a\n\n---\n\nb", "a\n\n———\n\nb"],
  ["a  \nb", "a\nb"],
  ["    indented", "indented"],
  ["😀 **😀** x", "😀 <bold>😀</bold> x"],
  ["word[^1]\n\n[^1]: a note", "word[1]\n\n[1] a note"],
  ["| a | bb |\n|---|---|\n| ccc | **d** |", "<pre>a   │ bb\n────┼───\nccc │ d</pre>"],
  ["so \\(a_1*b*c\\) and **\\(x\\)**", "so \\(a_1*b*c\\) and <bold>\\(x\\)</bold>"],
  ["\\[\n\\frac{a}{b} \\\\ *c*\n\\]", "\\[\n\\frac{a}{b} \\\\ *c*\n\\]"],
  ["$$x_1 * y_1$$ for $5", "$$x_1 * y_1$$ for $5"],
  ["`\\(x\\)` and \\[ never closed", "<code>\\(x\\)</code> and [ never closed"],
  ["```\n\\[\n```\n*after* \\]", "<pre>\\[</pre>\n\n<italic>after</italic> ]"],
  ["| \\(x\\) |\n|---|\n| y |", "<pre>\\(x\\)\n─────\ny</pre>"],
  ["\uE0000\uE001 \\(x\\)", "\uE0000\uE001 (x)"],
  ["**  ** \n\n&nbsp;", "———"],
  ["one<br>two<br/>\nthree `<br>`", "one\ntwo\nthree <code><br></code>"],
  [
    "| a | b |\n|---|---|\n| x<br>yy | z |\n| `<br>` | |",
    "<pre>a    │ b\n─────┼──\nx    │ z\nyy   │\n<br> │</pre>",
  ],
  [
    "| a | [b][1] |\n|---|---|\n| [home](https://x.org/a) | <https://x.org/> |\n\n[1]: https://y.org",
    "<pre>a    │ b\n─────┼───────────────\nhome │ https://x.org/</pre>\nb: https://y.org\nhome: https://x.org/a",
  ],
  [
    "> [!NOTE]\n> Useful **x**\n\n> [!TIP]",
    "<blockquote><bold>Note</bold>\nUseful <bold>x</bold></blockquote>\n\n<blockquote><bold>Tip</bold></blockquote>",
  ],
  [
    "> [!warning]- Mind the *gap*\n> text",
    "<blockquote><bold>Warning</bold>: Mind the <italic>gap</italic>\ntext</blockquote>",
  ],
  ["\\(approx\\) 5 km \\(e\\.g\\. 5\\-10\\) \\[1\\]", "(approx) 5 km (e.g. 5-10) [1]"],
  ["\\(n\\), \\(ABC\\), \\(\\sin x\\)", "\\(n\\), \\(ABC\\), \\(\\sin x\\)"],
  ["| a |\n|---|\n| f[i](x) [y](./z) |", "<pre>a\n───────────────\nf[i](x) y (./z)</pre>"],
  ["calls[i](event), a[b](https://x.org)", "calls[i](event), a<link https://x.org>b</link>"],
])("renders %j", (markdown, expected) => {
  expect(marked(renderMarkdown(markdown))).toBe(expected);
});

const piece = fc.constantFrom(
  ..."**|*|_|__|`|```|```ts\n|\n|\n\n| |  |> |- |1. |[|](https://x.org/)|![|](|)|#| |~~|<b>|&amp;|\\|$|word|longer words here|😀|\uD83D|\uDE00|\u0000|\u200B|\t|| a | b |\n|---|---|\n".split(
    "|",
  ),
  "| a | b |\n|---|---|\n| c | d |\n",
  ..."|| $$ \\( \\) \\[ \\] ~~~ `x` \n```\n $x$".split(" "),
  "\n    deep",
);
const markdowns = fc.oneof(
  fc.array(piece, { maxLength: 120, size: "max" }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 300 }),
);

describe("whatever it is given", () => {
  it("puts every style inside the text, none empty, the outer ones first, none half over another", () => {
    fc.assert(
      fc.property(markdowns, (markdown) => {
        const { text, entities } = renderMarkdown(markdown);
        expectTrimmed({ text, entities });
        if (/[^\s\0]/.test(markdown)) expect(text).not.toBe("");
        for (const [index, { offset, length }] of entities.entries()) {
          expect(text.slice(offset, offset + length)).toMatch(/\S/);
          expect(offset + length).toBeLessThanOrEqual(text.length);
          const before = entities[index - 1];
          if (before) expect(offset).toBeGreaterThanOrEqual(before.offset);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("cuts it into parts that hold the same words in the same style", () => {
    fc.assert(
      fc.property(markdowns, fc.integer({ min: 2, max: 60 }), (markdown, limit) => {
        const whole = renderMarkdown(markdown);
        const parts = splitFormatted(whole, limit);
        expect(parts.flatMap(shownCharacters)).toEqual(shownCharacters(whole));
        for (const { text, entities } of parts) {
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(entities.length).toBeLessThanOrEqual(100);
          expectTrimmed({ text, entities });
          for (const { offset, length } of entities) {
            expect(offset).toBeGreaterThanOrEqual(0);
            expect(text.slice(offset, offset + length)).toMatch(/\S/);
            expect(offset + length).toBeLessThanOrEqual(text.length);
          }
        }
        if (whole.text.isWellFormed())
          for (const { text } of parts) expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

it("shows code with no style but that of a quote", () => {
  fc.assert(
    fc.property(markdowns, (markdown) => {
      for (const { styles } of shownCharacters(renderMarkdown(markdown)))
        expect(styles).not.toMatch(/^(?!(?:blockquote,)?(?:code|pre)( [^,]+)?$).*\b(?:code|pre)\b/);
    }),
    { numRuns: 300 },
  );
});

const letters = (text: string) => text.replaceAll(/[^a-zA-Z]/g, "");

it("keeps every letter that no mark of Markdown takes for itself, in order", () => {
  const word = fc.stringMatching(/^[a-zA-Z]{1,4}$/);
  const sign = fc.constantFrom(
    ..."** * _ ~~ ` || $ $$ \\( \\) > # - [ ] ( ) ! | < :".split(" "),
    " ",
    "\n",
    "\n\n",
    "\n    ",
    "\n```\n",
    "\n- ",
    "\n|-|\n",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, sign), { maxLength: 100, size: "max" }),
      fc.integer({ min: 2, max: 60 }),
      (pieces, limit) => {
        const markdown = pieces.join("");
        // Addresses and names of languages go into the styles, and an x into a box.
        fc.pre(!/\]\(|\]:|```\S|~~~|\[x\]/i.test(markdown));
        const parts = splitFormatted(renderMarkdown(markdown), limit);
        expect(letters(parts.map(({ text }) => text).join(""))).toBe(letters(markdown));
      },
    ),
    { numRuns: 300 },
  );
});

function expectTrimmed({ text, entities }: Formatted): void {
  expect(text).toBe(text.trimEnd());
  // What is left at the start is the indentation of code.
  if (text !== text.trim()) expect(entities[0]).toMatchObject({ type: "pre", offset: 0 });
}

/** Each UTF-16 unit that is no white space, with the styles it has. */
function shownCharacters({ text, entities }: Formatted): { char: string; styles: string }[] {
  return Array.from({ length: text.length }, (_, index) => ({
    char: text.charAt(index),
    styles: entities
      .filter(({ offset, length }) => offset <= index && index < offset + length)
      .map(nameOf)
      .join(),
  })).filter(({ char }) => char.trim() !== "");
}

it("goes on with a block of code in the next part, in the same language", () => {
  const code = Array.from({ length: 300 }, (_, index) => `const line${index} = 1;`).join("\n");
  const parts = splitFormatted(renderMarkdown(`\`\`\`ts\n${code}\n\`\`\``));
  expect(parts.length).toBeGreaterThan(1);
  for (const { text, entities } of parts)
    expect(entities).toEqual([{ type: "pre", language: "ts", offset: 0, length: text.length }]);
  expect(parts.map(({ text }) => text).join("\n")).toBe(code);
});

it("keeps the indentation of code at the border of two messages", () => {
  const code = Array.from({ length: 40 }, (_, index) => `    line ${index}\n`).join("\n");
  const parts = splitFormatted(renderMarkdown(`so\n\n\`\`\`\n${code}\n\`\`\``), 64);
  const lines = parts.flatMap(({ text }) => text.split("\n")).filter((line) => line !== "");
  expect(lines).toEqual(["so", ...code.split("\n").filter((line) => line !== "")]);
  for (const { entities } of parts) expect(entities.map(({ type }) => type)).toEqual(["pre"]);
});

it("pads the cells of a table no further than they can be read", () => {
  const table = `|a|b|\n|-|-|\n|${"x".repeat(3_000)}|y|\n${"|c|d|\n".repeat(300)}`;
  expect(renderMarkdown(table).text.length).toBeLessThan(30_000);
});

it("puts at most a hundred styles into a part, and loses none", () => {
  const parts = splitFormatted(renderMarkdown("**a** b ".repeat(250)));
  expect(parts.map(({ entities }) => entities.length)).toEqual([100, 100, 50]);
});

it.each([
  ["quotes", ">"],
  ["quotes and spaces", "> "],
  ["lists", "- "],
  ["numbered lists", "1. "],
  ["lists in quotes", "- > "],
  ["quotes and lists on lines of their own", "\n- > - a"],
  ["brackets", "["],
  ["images", "!["],
  ["stars", "*"],
  ["stars and words", "*a "],
  ["strong words", "**a "],
  ["underscores", "_a_"],
  ["closing stars", "a*"],
  ["bars", "||"],
  ["tags", "<"],
  ["backticks", "`a``b"],
  ["formulas", "\\\\("],
  ["dollars", "$a"],
  ["columns", "|a\n|-\n"],
])("shows a hundred thousand characters of %s, losing none of the letters", (_, repeated) => {
  const markdown = repeated.repeat(100_000 / repeated.length);
  const { text } = renderMarkdown(markdown);
  expect(text).toMatch(/\S/);
  expect(text.replaceAll(/[^a]/g, "")).toBe(markdown.replaceAll(/[^a]/g, ""));
});

it("shows what is nested too deep as it was typed, and only the piece where it stands", () => {
  const deep = `${"> ".repeat(3_000)}x`;
  expect(renderMarkdown(deep)).toEqual({ text: deep, entities: [] });
  const { text, entities } = renderMarkdown(`${"**so** it is. ".repeat(150)}\n\n${deep}`);
  expect(text.endsWith(`is.\n\n${deep}`)).toBe(true);
  expect(entities).toHaveLength(150);
});

it("shows what comes after five thousand lines as it was typed", () => {
  const list = Array.from({ length: 25_000 }, (_, index) => `- row ${index}`).join("\n");
  const lines = renderMarkdown(list).text.split("\n");
  expect(lines).toHaveLength(25_000);
  expect(lines.findLastIndex((line) => line.startsWith("• "))).toBeGreaterThan(4_000);
  expect(lines.findLastIndex((line) => line.startsWith("• "))).toBeLessThan(5_000);
  expect(lines.at(-1)).toBe("- row 24999");
});

it("finds the links of a long text that are defined at its end", () => {
  const long = `see [this][1].\n\n${"words\n\n".repeat(1_500)}[1]: https://x.org/a(b)`;
  const { text, entities } = renderMarkdown(long);
  expect(text).toMatch(/^see this\.\n[^]*words$/);
  expect(entities).toEqual([{ type: "link", url: "https://x.org/a(b)", offset: 4, length: 4 }]);
});

it("keeps blocks whole in a long text", () => {
  const code = "a *b*\n\n".repeat(2_000).trim();
  const list = Array.from({ length: 300 }, (_, index) => `- **item** ${index}\n  - more`).join(
    "\n",
  );
  const long = `${list}\n\n\`\`\`js\n${code}\n\`\`\`\n\n# End\n\n1. a\n\n   b`;
  const { text, entities } = renderMarkdown(long);
  expect(text).toBe(
    `${list.replaceAll("**", "").replaceAll("- ", "• ")}\n\n${code}\n\nEnd\n\n1. a\n\n   b`,
  );
  expect(entities.filter(({ type }) => type === "pre")).toHaveLength(1);
});
