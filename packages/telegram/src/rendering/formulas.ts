// Within one paragraph, and never over the border of code.
const displayed = [
  String.raw`\\\[(?:(?!\n\n|\\\])[^\x60]){1,1000}\\\]`,
  String.raw`\\\((?:(?!\n\n|\\\))[^\x60]){1,1000}\\\)`,
  String.raw`\$\$(?:(?!\n\n|\$\$)[^\x60]){1,1000}\$\$`,
];
/**
 * A formula within one line, and no price: none begins or ends with a space, or with a number and words, or stands in
 * a word.
 */
const inline = String.raw`(?<![\\$\w])\$(?!\s|\d[^$\\\n]*\s)(?:(?!\*\*)[^$\x60\n]){1,300}(?<!\s)\$(?![$\w])`;
const formula = new RegExp([...displayed, inline].join("|"), "g");

// Characters for private use: Markdown means nothing by them.
const open = "\uE000";
const close = "\uE001";

/** A text whose formulas were taken out, and the way back. */
export interface KeptFormulas {
  /** The text without its formulas, whose backslashes, stars and underscores Markdown would take for its own. */
  readonly markdown: string;
  /** Puts the formulas back into a text that was made of the other. */
  readonly restore: (text: string) => string;
}

/**
 * Takes the formulas of TeX, `\(…\)`, `\[…\]`, `$$…$$` and `$…$`, out of a text: nobody can show them here, so they stay as
 * they were typed.
 */
export function keepFormulas(markdown: string): KeptFormulas {
  if (markdown.includes(open)) return { markdown, restore: (text) => text };
  const kept: string[] = [];
  return {
    markdown: markdown.replaceAll(formula, (match) => `${open}${kept.push(match) - 1}${close}`),
    restore: (text) =>
      kept.length === 0
        ? text
        : text.replaceAll(/\uE000(\d+)\uE001/g, (_, index: string) => kept[Number(index)] ?? ""),
  };
}
