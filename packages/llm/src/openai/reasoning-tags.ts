/** How a family of models marks what it thinks before it answers. */
export type TagFamily = "angle" | "triangle" | "square" | "harmony";

/** A tag in a text, and where it stands. */
export interface Tag {
  readonly family: TagFamily;
  readonly isClosing: boolean;
  readonly start: number;
  /** The index of what follows it. */
  readonly end: number;
  /** It stands in a code span of its line, or in a fence. */
  readonly isInCode: boolean;
  /** `line` = nothing stands before it on its line; `word` = it is used like a word of a sentence; else it is `glued`. */
  readonly place: "line" | "word" | "glued";
}

const angleName = String.raw`(?:\w{1,20}:)?(?:think|thinking|thoughts?|reasoning)`;

const opening: Readonly<Record<TagFamily, string>> = {
  angle: String.raw`<\s{0,8}${angleName}(?:\s[^<>/]{0,80})?>`,
  triangle: String.raw`◁\s{0,8}think\s{0,8}▷`,
  square: String.raw`\[\s{0,8}think\s{0,8}\](?!\()`,
  harmony: String.raw`(?:<\|start\|>\s{0,8}assistant\s{0,8})?<\|channel\|>\s{0,8}(?:analysis|commentary)\b`,
};
const closing: Readonly<Record<TagFamily, string>> = {
  angle: String.raw`<\s{0,8}/\s{0,8}${angleName}\s{0,8}>`,
  triangle: String.raw`◁\s{0,8}/\s{0,8}think\s{0,8}▷`,
  square: String.raw`\[\s{0,8}/\s{0,8}think\s{0,8}\]`,
  harmony: String.raw`<\|end\|>|(?=<\|start\|>)|(?=<\|channel\|>\s{0,8}final)`,
};

const either = (patterns: Readonly<Record<TagFamily, string>>, prefix: string): string =>
  Object.entries(patterns)
    .map(([family, pattern]) => `(?<${prefix}_${family}>${pattern})`)
    .join("|");

const fence = "(?:`{3,}|~{3,})";
const marks = new RegExp(
  String.raw`(?<line>^ {0,3}${fence}|\n(?: {0,3}(?<fence>${fence}))?)|(?<ticks>${"`"}+)|${either(opening, "open")}|${either(closing, "close")}`,
  "giu",
);

/** Finds every tag, in one pass. */
export function* tagsOf(text: string): Generator<Tag> {
  let lineStart = 0;
  let isInFence = false;
  let isInSpan = false;
  for (const match of text.matchAll(marks)) {
    const { index: start, groups = {}, 0: mark } = match;
    const end = start + mark.length;
    if (groups["line"] !== undefined) {
      lineStart = mark.startsWith("\n") ? start + 1 : start;
      isInSpan = false;
      if (groups["fence"] !== undefined || start === lineStart) isInFence = !isInFence;
    } else if (groups["ticks"] !== undefined) isInSpan = !isInSpan;
    else {
      const tag = Object.keys(groups).find((name) => groups[name] !== undefined) ?? "";
      const [kind, family] = tag.split("_");
      yield {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the groups are named by the families
        family: family as TagFamily,
        isClosing: kind === "close",
        start,
        end,
        isInCode: isInFence || isInSpan,
        place: placeOf(text.slice(lineStart, start)),
      };
    }
  }
}

function placeOf(before: string): Tag["place"] {
  if (before.trim() === "") return "line";
  return /[\s"'“”‘’«([`]$/u.test(before) ? "word" : "glued";
}

const atOpening = Object.entries(opening).map(
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the record
  ([family, pattern]) => [family as TagFamily, new RegExp(pattern, "iuy")] as const,
);

/** The tag that opens at this index. */
export function openingAt(
  text: string,
  index: number,
): { readonly family: TagFamily; readonly end: number } | undefined {
  for (const [family, pattern] of atOpening) {
    pattern.lastIndex = index;
    const tag = pattern.exec(text)?.[0];
    if (tag !== undefined) return { family, end: index + tag.length };
  }
  return undefined;
}

const answerHeader =
  /(?:<\|start\|>\s{0,8}assistant\s{0,8})?<\|channel\|>\s{0,8}final[^<]{0,20}<\|message\|>/iuy;

/** The index behind the header that marks an answer in the harmony format. */
export function answerHeaderAt(text: string, index: number): number | undefined {
  answerHeader.lastIndex = index;
  const header = answerHeader.exec(text)?.[0];
  return header === undefined ? undefined : index + header.length;
}
