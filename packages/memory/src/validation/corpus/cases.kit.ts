import type { Turn } from "../../turn.ts";
import { anyLanguage } from "./any-language.kit.ts";
import { ar } from "./ar.kit.ts";
import { de } from "./de.kit.ts";
import { en } from "./en.kit.ts";
import { es } from "./es.kit.ts";
import { fr } from "./fr.kit.ts";
import { ja } from "./ja.kit.ts";
import type { LanguageCorpus } from "./language-corpus.kit.ts";
import { lostFacts } from "./lost-facts.kit.ts";
import { ru } from "./ru.kit.ts";
import { uk } from "./uk.kit.ts";
import { zh } from "./zh.kit.ts";

export const languages: readonly LanguageCorpus[] = [en, ru, uk, es, de, fr, ar, zh, ja];

/** Rules are tuned on one half; the other half tells whether they hold for texts that nobody looked at. */
type Half = "tuned" | "held_out";

/** One text that is validated, and what has to become of it. */
export interface CorpusCase {
  readonly language: string;
  readonly kind: string;
  readonly half: Half;
  readonly text: string;
  /** What may stand in the result: empty when the whole text is bad. */
  readonly allowed: string;
  readonly good: boolean;
  readonly turns: readonly Turn[];
  readonly previous: string | null;
}

const halfOf = (place: number): Half => (place % 2 === 0 ? "tuned" : "held_out");

export const turnsOf = (said: LanguageCorpus["said"]): readonly Turn[] =>
  said.map(([user, assistant], at) => ({
    seq: at + 1,
    turnId: `t${at}`,
    atMs: 0,
    user,
    assistant,
  }));

/** Three good summaries in a row are long enough to lose a sentence. */
const baseOf = ({ good }: LanguageCorpus): readonly string[] =>
  [0, 5, 9].map((at) => good[at] ?? "");

const spaceOf = (language: string): string => (language === "zh" || language === "ja" ? "" : " ");

function badCases(
  corpus: LanguageCorpus,
  kind: string,
  texts: readonly string[],
): readonly CorpusCase[] {
  const { language } = corpus;
  const space = spaceOf(language);
  const base = baseOf(corpus);
  const [first = "", ...rest] = base;
  const common = { language, kind, good: false, turns: turnsOf(corpus.said), previous: null };
  return texts.flatMap((bad, place) => {
    const half = halfOf(place);
    const alone = { ...common, half, text: bad, allowed: "" };
    if (kind === "unrelated") return [alone];
    const allowed = base.join(space);
    // A property of all places is tested beside this: here each text stands in one.
    const places = [
      [...base, bad],
      [bad, ...base],
      [first, bad, ...rest],
    ] as const;
    const parts = places[place % places.length] ?? [];
    const within = { ...common, half, kind: `${kind} within`, text: parts.join(space), allowed };
    return [alone, within];
  });
}

function goodCases(corpus: LanguageCorpus): readonly CorpusCase[] {
  const { language, good, said } = corpus;
  return good.map((text, place) => ({
    language,
    kind: "good",
    half: halfOf(place),
    text,
    allowed: text,
    good: true,
    turns: turnsOf(said),
    previous: null,
  }));
}

function factCases(): readonly CorpusCase[] {
  return lostFacts.flatMap(({ language, previous, condensed, lost }) => {
    const said = languages.find((corpus) => corpus.language === language)?.said ?? [];
    // The turns of the corpus tell the facts again: only the last one, about a text, is new here.
    const common = { language, previous, turns: turnsOf(said.slice(-1)) };
    return [
      ...condensed.map((text, place) => ({
        ...common,
        kind: "condensed",
        half: halfOf(place),
        text,
        allowed: text,
        good: true,
      })),
      ...lost.map((text, place) => ({
        ...common,
        kind: "shrunk",
        half: halfOf(place),
        text,
        allowed: "",
        good: false,
      })),
    ];
  });
}

export const corpusCases: readonly CorpusCase[] = [
  ...languages.flatMap((corpus) => [
    ...goodCases(corpus),
    ...Object.entries(corpus.bad).flatMap(([kind, texts]) => badCases(corpus, kind, texts)),
    ...Object.entries(anyLanguage).flatMap(([kind, texts]) =>
      badCases(corpus, `any ${kind}`, texts),
    ),
  ]),
  ...factCases(),
];
