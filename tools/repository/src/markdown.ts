export interface LocalLink {
  /** The path as it is written, without `#…`. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The links of a Markdown text that lead to files, outside of code. */
export function localLinksOf(text: string): LocalLink[] {
  return proseOf(text).flatMap((line, index) =>
    [...line.replaceAll(/`[^`]*`/g, "").matchAll(/\]\(([^)\s]+)(?:\s"[^"]*")?\)/g)]
      .map(([, target = ""]) => target.replace(/#.*$/, ""))
      .filter((path) => path !== "" && !/^[a-z]+:/.test(path))
      .map((path) => ({ path, line: index + 1 })),
  );
}

/** The lines of a Markdown text, with those of its code blocks emptied. */
export function proseOf(text: string): string[] {
  let fence = "";
  return text.split("\n").map((line) => {
    const [, marks = ""] = /^\s*(```+|~~~+)/.exec(line) ?? [];
    if (fence === "" && marks === "") return line;
    if (fence === "") fence = marks;
    else if (line.trim() === fence) fence = "";
    return "";
  });
}
