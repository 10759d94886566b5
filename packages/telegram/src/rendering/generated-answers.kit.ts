import * as fc from "fast-check";
import { renderMarkdown } from "./render-markdown.ts";
import { splitFormatted } from "./split-formatted.ts";

/** What a model might write, and the words that a reader has to see of it. */
interface Written {
  readonly markdown: string;
  readonly shown: string;
}

const same = (text: string): Written => ({ markdown: text, shown: text });
const joined = (parts: readonly Written[], by: string): Written => ({
  markdown: parts.map(({ markdown }) => markdown).join(by),
  shown: parts.map(({ shown }) => shown).join(by),
});
const around = (before: string, { markdown, shown }: Written, after = ""): Written => ({
  markdown: before + markdown + after,
  shown,
});
const someOf = (texts: string) => fc.constantFrom(...texts.split(" "));

const word = someOf(
  "the model answers Rome is costs über naïve Москва стоит déjà vu café 한국어 文字 สวัสดี عربي हिन्दी don't e-mail A B2B 3D I/O",
);
const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  someOf("3.14 1,000 $5 $19.99 €20 50% -3 +7 10:30 2024-05-01 1/2 ~100 #7 v1.2.3 1e-9 5th 24/7 §3"),
);
/** What has signs in it that are marks elsewhere. */
const literal = someOf(
  "5~10 20~30 1920*1080 3840*2160 5*4*3*2*1 2*3*4 2**10 3**2**2 x**2 a*b*c l*w*h (x+1)*y*(z+2) f(x)**2 " +
    "__init__ __str__ __init__.py obj.__class__.__name__ __FILE__ snake_case_name _private SOME_CONST " +
    "src/**/*.ts *.sh /etc/*/ **/node_modules/** dist/** ./*/x .*foo.* COUNT(*) SUM(*) */5 f(**a,**b) " +
    "s**t d**n 1234****5678 a||b C++ C# <T> a<b>c R&D :) x[0] f[i](x) ~/.bashrc 每天3~5次 体积=长*宽*高 3*4*5立方米",
);
const address = someOf(
  "https://x.org/a_b_c https://example.com/path?q=1&b=2 www.x.org me@x.org https://de.wikipedia.org/wiki/Rom_(Stadt)",
);
const emoji = someOf("🎉 👍🏽 👨‍👩‍👧 🇩🇪 1️⃣ ⚠️ ✅");
const code = someOf("a*b __init__ 5~10 x[i](y) **kwargs <b> $x$ \\n").map((text): Written => ({
  markdown: `\`${text}\``,
  shown: text,
}));
const formula = someOf("\\(a_1*b_1*c\\) $x_1*y_1$ \\(\\frac{a}{b}\\) $$a*b*c$$ \\[x^2\\]").map(
  same,
);
const plain = fc
  .array(fc.oneof(word, number), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(" "));
const styled = fc.oneof(
  ...["**", "*", "***", "~~", "_", "||"].map((mark) =>
    plain.filter((text) => !/^~|~$/.test(text)).map((text) => around(mark, same(text), mark)),
  ),
  literal.filter((text) => !/[*|]|^_|_$/.test(text)).map((text) => around("**", same(text), "**")),
  plain.map((text): Written => ({ markdown: `[${text}](https://x.org/a_b*c)`, shown: text })),
  someOf(
    "注意：|这是 重要|的 太字（カッコ）|です 「重要」|です '강조'|는 강조|는 หมายเหตุ:|นี่ S|ingle Note:|text",
  ).map((text): Written => {
    const [bold = "", after = ""] = text.split("|");
    return { markdown: `**${bold}**${after}`, shown: bold + after };
  }),
  someOf("habl|o teach|er").map((text) => around("", same(text.replace("|", "")), "")),
);
const sentence = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: word.map(same) },
      { weight: 3, arbitrary: number.map(same) },
      { weight: 3, arbitrary: literal.map(same) },
      { weight: 3, arbitrary: styled },
      { weight: 1, arbitrary: fc.oneof(address.map(same), emoji.map(same), code, formula) },
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((parts) => around("So ", joined(parts, " "), "."))
  .map(({ markdown, shown }): Written => ({ markdown, shown: `So ${shown}.` }));

const heading = fc
  .tuple(fc.integer({ min: 1, max: 4 }), sentence)
  .map(([level, words]) => around(`${"#".repeat(level)} `, words));
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((lines) => joined(lines, "\n"));
const items = fc.array(fc.tuple(fc.boolean(), sentence), { minLength: 1, maxLength: 5 });
const bullets = fc.tuple(someOf("- * +"), items).map(([mark, list]) =>
  joined(
    list.map(([isDeep, words], index) =>
      around(isDeep && index > 0 ? `  ${mark} ` : `${mark} `, words),
    ),
    "\n",
  ),
);
const numbered = fc
  .tuple(fc.integer({ min: 1, max: 12 }), someOf(". )"), items)
  .map(([start, sign, list]) =>
    joined(
      list.map(([, { markdown, shown }], index): Written => ({
        markdown: `${start + index}${sign} ${markdown}`,
        shown: `${start + index}${sign} ${shown}`,
      })),
      "\n",
    ),
  );
const tasks = items.map((list) =>
  joined(
    list.map(([isDone, words]) => around(isDone ? "- [x] " : "- [ ] ", words)),
    "\n",
  ),
);
const cell = fc.oneof(
  word.map(same),
  number.map(same),
  literal.filter((text) => !text.includes("|")).map(same),
);
const table = fc
  .array(fc.tuple(cell, cell), { minLength: 2, maxLength: 5 })
  .map(([head, ...rows]) => {
    const lines = [head!, ...rows].map(([one, other]): Written => ({
      markdown: `| ${one.markdown} | ${other.markdown} |`,
      shown: `${one.shown} ${other.shown}`,
    }));
    return joined([lines[0]!, { markdown: "|---|--:|", shown: "" }, ...lines.slice(1)], "\n");
  });
const quote = paragraph.map(({ markdown, shown }): Written => ({
  markdown: markdown.replaceAll(/^/gm, "> "),
  shown,
}));
const note = quote.map(({ markdown, shown }): Written => ({
  markdown: `> [!NOTE]\n${markdown}`,
  shown: `Note\n${shown}`,
}));
const source = someOf(
  "def|f(x):\n····if|x|>|5~10:\n········return|x**2|*|y**2 server:\n··port:|80\n··hosts:\n····-|a*b*c " +
    "src\n├──|__init__.py\n│···└──|*.ts\n····└──|b.ts Roses|are|red,\n··violets|are|blue a|=|1*2*3\nb|=|__name__",
).map((text) => text.replaceAll("·", " ").replaceAll("|", " "));
const fenced = source.map((text): Written => ({
  markdown: `\`\`\`\n${text}\n\`\`\``,
  shown: text,
}));
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  ...[
    heading,
    bullets,
    numbered,
    tasks,
    table,
    quote,
    note,
    fenced,
    source.map(same),
    fc.constant({ markdown: "---", shown: "" }),
  ].map((arbitrary) => ({ weight: 1, arbitrary })),
);
// Two lists in a row would be one.
const section = fc.tuple(fc.oneof(paragraph, heading), block).map((parts) => joined(parts, "\n\n"));
const answers = fc
  .array(section, { minLength: 1, maxLength: 4 })
  .map((sections) => joined(sections, "\n\n"));

/** A text without white space, and without what is drawn around blocks. */
const solid = (text: string) => text.normalize().replaceAll(/[\s•☑☐│─┼—]/gu, "");

/** Renders and cuts so many generated answers; throws at the first of which a character is lost, added or moved. */
export function checkGeneratedAnswers(numRuns: number, seed?: number): void {
  fc.assert(
    fc.property(answers, ({ markdown, shown }) => {
      const text = splitFormatted(renderMarkdown(markdown))
        .map((part) => part.text)
        .join("\n");
      if (solid(text) !== solid(shown)) throw new Error(`Shown as:\n${text}`);
    }),
    { numRuns, ...(seed === undefined ? {} : { seed }) },
  );
}
