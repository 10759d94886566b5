/** A smaller answer than this is not worth another request. */
const fewestTokens = 64;

const number = String.raw`\D{0,40}?(\d{1,9})`;
const afford = new RegExp(`can only afford${number}`, "iu");
const most = new RegExp(
  [
    String.raw`supports at most${number} (?:completion|output)`,
    String.raw`max(?:imum)?_?\w*tokens\W{0,4} (?:must be|should be|cannot be|has to be) (?:less than|at most|lower than|<=|no more than)(?: or equal to)?${number}`,
    String.raw`max_\w*tokens value, the valid range of max_\w*tokens is \[\d+, ?(\d+)\]`,
    String.raw`max_\w*tokens: \d+ > (\d+)`,
  ].join("|"),
  "iu",
);
const context =
  /maximum context length is (\d+) tokens.{0,80}requested (?:about )?\d+ tokens.{0,20}?\((\d+) (?:in the messages|of text input|in the prompt|from the input)[^)]{0,60}?(\d+) /isu;

/** The largest cap in tokens that the provider would take, if its words say so. */
export function outputLimit(
  text: string,
  { cap }: { readonly cap: number | undefined },
): number | undefined {
  const [limit] = [...numbers(afford, text), ...numbers(most, text)];
  if (limit !== undefined) return worthwhile(limit, { least: fewestTokens, below: cap });
  const [window = 0, prompt = 0, output = 0] = numbers(context, text);
  // The messages leave some room, only not that much. Less than a quarter of it would cut the answer: then they are too long.
  const wanted = cap ?? output;
  return worthwhile(window - prompt - 16, {
    least: Math.max(fewestTokens, wanted / 4),
    below: wanted,
  });
}

const worthwhile = (
  limit: number,
  { least, below = Number.POSITIVE_INFINITY }: { least: number; below?: number | undefined },
) => (limit >= least && limit < below ? limit : undefined);

const numbers = (pattern: RegExp, text: string): number[] =>
  Array.from(pattern.exec(text) ?? [])
    .slice(1)
    .filter((digits) => digits !== undefined)
    .map(Number);
