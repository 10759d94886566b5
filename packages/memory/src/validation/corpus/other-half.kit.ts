import { type CorpusCase, turnsOf } from "./cases.kit.ts";

/** One conversation, what is a good summary of it, and what is none, with ◆ where the first good one stands in it. */
export interface Talk {
  readonly language: string;
  readonly previous?: string;
  readonly said: readonly (readonly [user: string, assistant: string])[];
  readonly good: readonly string[];
  readonly bad: readonly (readonly [kind: string, text: string])[];
}

/** The cases of a batch: of a bad text nothing may stay but the good summary in it. */
export const casesOfTalks = (talks: readonly Talk[]): readonly CorpusCase[] =>
  talks.flatMap(({ language, previous = null, said, good, bad }) => {
    const shared = { language, previous, turns: turnsOf(said), half: "held_out" as const };
    const [base = ""] = good;
    return [
      ...bad.map(([kind, text]) => ({
        ...shared,
        kind,
        text: text.replace("◆", () => base),
        allowed: text.includes("◆") ? base : "",
        good: false,
      })),
      ...good.map((text) => ({ ...shared, kind: "good", text, allowed: text, good: true })),
    ];
  });
