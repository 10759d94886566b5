/** The kinds of characters that tokenizers treat differently. A run of one kind is a word, a number, a gap … */
const kinds = [
  "letters",
  "alphabet",
  "abjad",
  "ideograph",
  "script",
  "digit",
  "space",
  "sign",
  "symbol",
] as const;
type Kind = (typeof kinds)[number];

/** Where each kind begins: a range ends where the next one begins. */
const ranges: readonly (readonly [from: number, kind: Kind])[] = [
  [0, "sign"],
  [9, "space"],
  [14, "sign"],
  [32, "space"],
  [33, "sign"],
  [48, "digit"],
  [58, "sign"],
  [65, "letters"],
  [91, "sign"],
  [97, "letters"],
  [123, "sign"],
  [0xc0, "letters"],
  [0x370, "alphabet"],
  [0x590, "abjad"],
  [0x800, "script"],
  [0x1e00, "letters"],
  [0x1f00, "alphabet"],
  [0x2000, "sign"],
  [0x2100, "symbol"],
  [0x2e80, "ideograph"],
  [0xa4d0, "script"],
  [0xac00, "ideograph"],
  [0xd800, "symbol"],
  [0xf900, "ideograph"],
  [0xfb00, "symbol"],
  [0xff00, "ideograph"],
];

/** The kind of each UTF-16 unit, because a look at a table is many times faster than a search of the ranges. */
const kindOfUnit = new Uint8Array(0x1_0000);
for (const [at, [from, kind]] of ranges.entries())
  kindOfUnit.fill(kinds.indexOf(kind), from, ranges[at + 1]?.[0]);

const isLower = (code: number) => code >= 97 && code <= 122;
const isUpper = (code: number) => code >= 65 && code <= 90;

/** Counts what makes a word rarer, and so cuts it into more tokens: accents, and capitals in the middle. */
function rarity(text: string, from: number, to: number): { accents: number; humps: number } {
  let accents = 0;
  let humps = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) accents++;
    else if (isUpper(code) && at > from && isLower(text.charCodeAt(at - 1))) humps++;
  }
  return { accents, humps };
}

/** No word of a language has so many letters: what is longer is a key, or data. */
const longestWord = 24;

/** What a run of characters costs. The numbers were found beside tokenizers; a test holds them to their bounds. */
function tokensOfRun(kind: Kind, text: string, from: number, to: number): number {
  const length = to - from;
  switch (kind) {
    case "letters": {
      const { accents, humps } = rarity(text, from, to);
      const whole = length > longestWord ? length / 1.5 : Math.max(1, length / 5);
      return whole + 0.6 * accents + humps;
    }
    case "alphabet":
      return Math.max(1, length / 2.5);
    case "abjad":
      return Math.max(1, length / 2.2);
    case "ideograph":
      return 0.8 * length;
    case "script":
      return 0.6 * length;
    case "digit":
      return Math.ceil(length / 3);
    case "space":
      // A single space belongs to the word behind it.
      return length > 1 || text.charCodeAt(from) !== 32 ? 1 : 0;
    case "sign":
      return Math.max(1, length / 2);
    default:
      return 0.65 * length;
  }
}

/** How many tokens a UTF-16 unit is estimated at most: what is shorter than a limit by this factor is surely within it. */
export const mostTokensPerUnit = 2;

/** Estimates how many tokens a text is, without the model's tokenizer, from the scripts that it is written in. */
export function estimateTokens(text: string): number {
  const { length } = text;
  let tokens = 0;
  let from = 0;
  while (from < length) {
    const kind = kindOfUnit[text.charCodeAt(from)];
    let to = from + 1;
    while (to < length && kindOfUnit[text.charCodeAt(to)] === kind) to++;
    tokens += tokensOfRun(kinds[kind ?? 0] ?? "sign", text, from, to);
    from = to;
  }
  return Math.ceil(tokens);
}
