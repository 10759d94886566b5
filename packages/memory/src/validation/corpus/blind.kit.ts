import { turnsOf, type CorpusCase } from "./cases.kit.ts";

/** Where the bad text stands: alone, or at the head, in the middle or at the tail of a good summary. */
type Place = "W" | "H" | "M" | "T";

/** What one blind batch has of one language. */
export interface BlindBatch {
  readonly language: string;
  readonly previous: string;
  readonly said: readonly (readonly [user: string, assistant: string])[];
  readonly base: readonly string[];
  readonly bad: readonly (readonly [place: Place, text: string])[];
  readonly good: readonly string[];
}

const around = (base: readonly string[], place: Place, text: string): string => {
  if (place === "W") return text;
  const at = { H: 0, M: 1, T: base.length }[place];
  return base.toSpliced(at, 0, text).join(place === "M" ? " " : "\n");
};

/** The cases of a batch: of a bad text nothing may stay but the good summary around it. */
export function blindCases(batch: readonly BlindBatch[], kind: string): CorpusCase[] {
  return batch.flatMap(({ language, previous, said, base, bad, good }) => {
    const shared = { language, kind, half: "tuned" as const, previous, turns: turnsOf(said) };
    return [
      ...bad.map(([place, text]) => ({
        ...shared,
        text: around(base, place, text),
        allowed: place === "W" ? "" : `${previous} ${base.join(" ")}`,
        good: false,
      })),
      ...good.map((text) => ({ ...shared, text, allowed: "", good: true })),
    ];
  });
}
