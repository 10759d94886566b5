/** A web address for `[words][name]`; no note, which would be shown. Few and short: each piece repeats them. */
const definition = /^\[([^\][\\^][^\][\\]{0,50})\]:[ \t]+(https?:\/\/[^\s<>]{1,200})[ \t]*$/gm;
const maxCount = 20;

/** Finds the links that a text defines, most often at its end, for the pieces that refer to them. */
export function definitionsOf(markdown: string): string {
  const lines: string[] = [];
  for (const [, name, url] of markdown.matchAll(definition))
    if (lines.push(`[${name}]: <${url}>`) === maxCount) break;
  return lines.join("\n");
}
