export const dayMs = 86_400_000;

/** A time that a text asks for: from `fromMs` on, before `toMs`, both in ms since 1970. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
  /** The words that ask for it. */
  readonly words: string;
}
