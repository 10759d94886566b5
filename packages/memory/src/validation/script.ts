const scripts = {
  latin: /\p{Script=Latin}+/gu,
  cyrillic: /\p{Script=Cyrillic}+/gu,
  greek: /\p{Script=Greek}+/gu,
  arabic: /\p{Script=Arabic}+/gu,
  hebrew: /\p{Script=Hebrew}+/gu,
  devanagari: /\p{Script=Devanagari}+/gu,
  thai: /\p{Script=Thai}+/gu,
  hangul: /\p{Script=Hangul}+/gu,
  han: /\p{Script=Han}+/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
  armenian: /\p{Script=Armenian}+/gu,
  georgian: /\p{Script=Georgian}+/gu,
} as const;

const japaneseKana = 0.1;

/** Counts the letters of an expression that matches runs of them. */
const lettersOf = (text: string, runs: RegExp): number =>
  (text.match(runs) ?? []).reduce((sum, { length }) => sum + length, 0);

/** Counts the letters of a text by script. Kana makes Japanese of the Han beside it; alone, Han is Chinese. */
function scriptShares(text: string): {
  readonly letters: number;
  readonly shares: ReadonlyMap<string, number>;
} {
  const letters = lettersOf(text, /\p{L}+/gu);
  const counts = new Map<string, number>();
  for (const [name, pattern] of Object.entries(scripts)) {
    const count = lettersOf(text, pattern);
    if (count > 0) counts.set(name, count);
  }
  const kana = counts.get("kana") ?? 0;
  const han = counts.get("han") ?? 0;
  if (kana > 0 && kana >= (kana + han) * japaneseKana) {
    counts.delete("kana");
    counts.delete("han");
    counts.set("japanese", kana + han);
  }
  return {
    letters,
    shares: new Map([...counts].map(([name, count]) => [name, count / Math.max(1, letters)])),
  };
}

function dominant(text: string, share: number): string | null {
  const { shares } = scriptShares(text);
  for (const [name, value] of shares) if (value >= share) return name;
  return null;
}

/** Fewer letters than this do not tell what the person writes in. */
const enoughLetters = 20;
/** Fewer letters than this may be a quotation, and then the script of the summary so far is fine, too. */
const plentyLetters = 200;

/**
 * Whether a text is not in the script the person writes in: English about a Russian conversation. Names in another are
 * fine.
 */
export function isWrongScript(text: string, said: string, previous: string | null): boolean {
  const own = scriptShares(said);
  const summary = scriptShares(text);
  const script = dominant(said, 0.7);
  if (script === null || own.letters < enoughLetters || summary.letters < enoughLetters)
    return false;
  if ((summary.shares.get(script) ?? 0) >= 0.15) return false;
  const so = previous === null ? null : dominant(previous, 0.5);
  return own.letters >= plentyLetters || so === null || so !== dominant(text, 0.5);
}
