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

/** Words in brackets, as of one who escapes each bracket for Telegram's own Markdown; or a note, or a box. */
const bracketed =
  /^\\\((?=.*(?:\p{Ll}{3}|\\[.-]))[\p{L}\p{M}\p{N}\s,.:;!?'’"%\\-]*(?<!\\)\\\)$|^\\\[(?:\d+|[xX ])\\\]$/su;
/** A command of TeX. */
const command = /\\[a-zA-Z]/;

/**
 * Takes the formulas of TeX, `\(…\)`, `\[…\]`, `$$…$$` and `$…$`, out of a text: nobody can show them here, and Markdown would
 * take their backslashes, stars and underscores for its own. They stay as they were typed.
 */
export const keepFormulas = (markdown: string, keep: (formula: string) => string): string =>
  markdown.replaceAll(formula, (match) =>
    bracketed.test(match) && !command.test(match) ? match : keep(match),
  );
