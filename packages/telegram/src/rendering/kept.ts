// Characters for private use: Markdown means nothing by them.
const open = "\uE000";
const close = "\uE001";

/** Stretches of a text that Markdown must not see, and the way back. */
export interface Kept {
  /** Gives what stands for it while Markdown is read. */
  readonly keep: (stretch: string) => string;
  /** Puts what was kept back into a text that was made of the other. */
  readonly restore: (text: string) => string;
}

/** Keeps stretches of this text. One that has such characters of its own is left alone. */
export function keptOf(markdown: string): Kept {
  if (markdown.includes(open)) return { keep: (stretch) => stretch, restore: (text) => text };
  const kept: string[] = [];
  return {
    keep: (stretch) => `${open}${kept.push(stretch) - 1}${close}`,
    restore: (text) =>
      kept.length === 0
        ? text
        : text.replaceAll(/\uE000(\d+)\uE001/g, (_, index: string) => kept[Number(index)] ?? ""),
  };
}
