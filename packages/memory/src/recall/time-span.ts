export const dayMs = 86_400_000;

/** A time that a text asks for: from `fromMs` on, before `toMs`, both in ms since 1970. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
  /** The days around it, in which people tell of it before and after it happens. */
  readonly around: { readonly fromMs: number; readonly toMs: number };
  /** The words that ask for it. */
  readonly words: string;
}

const weekMs = 7 * dayMs;

export const spanOf = (
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  words: string,
): TimeSpan => ({
  fromMs,
  toMs,
  words,
  around: { fromMs: fromMs - weekMs, toMs: toMs + weekMs },
});
