/** What stands in a text that must not become a memory; each is written as real models write it. */
type BadKind =
  | "refusal"
  | "meta"
  | "reasoning"
  | "empty"
  | "instruction"
  | "unrelated"
  | "secret"
  | "foreign_url";

/** What one person said, summaries of it that are good, and texts that are none. Even places are for tuning. */
export interface LanguageCorpus {
  readonly language: string;
  readonly said: readonly (readonly [user: string, assistant: string])[];
  readonly good: readonly string[];
  readonly bad: Readonly<Record<BadKind, readonly string[]>>;
}
