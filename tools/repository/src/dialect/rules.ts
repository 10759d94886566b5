/** What a rule finds against one line. */
export interface Finding {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

// Prepositions and conjunctions: a comment that begins with one leans on the line above, which a hover does not show.
const leaning = `
  Of For To As In On At By With Without From Into Under Over Above Below Until Till While Because Since And Or But Nor If
  Than So After Before Between Beside Per Like Unlike About Against Among Behind Beyond During Except Inside
  Instead Near Off Onto Out Past Through Toward Towards Upon Via Within Unless Though Although
`
  .trim()
  .split(/\s+/);

/** They begin with a small letter wherever they stand. */
const names = "ioredis gRPC pnpm npm openai mtcute".split(" ");

/** Doc comments that begin in the middle of a sentence. */
export function leaningComments(source: string): Finding[] {
  const first = new RegExp(
    String.raw`^(?!(?:${names.join("|")})\b)(?:[a-z]|(?:${leaning.join("|")})\b)`,
  );
  return matches(source, /\/\*\*[\s*]*([^\s*@][^\n]*)/g).filter(({ text }) => first.test(text));
}

/** Constants in capitals, whatever they hold. */
export function capitalConstants(source: string): Finding[] {
  return matches(source, /\b(?:const|let)\s+([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\s*[:=]/g);
}

/** Members of unions with a hyphen: what is compared is written in snake_case. */
export function hyphenatedUnions(source: string): Finding[] {
  const member = String.raw`"[a-z0-9]+(?:-[a-z0-9]+)+"`;
  return matches(
    source,
    new RegExp(String.raw`(?:(?<!\|)\|\s*(${member})|(${member})\s*\|(?!\|))`, "g"),
  );
}

function matches(source: string, pattern: RegExp): Finding[] {
  return [...source.matchAll(pattern)].map((match) => ({
    line: source.slice(0, match.index).split("\n").length,
    text: match[1] ?? match[2] ?? match[0],
  }));
}
