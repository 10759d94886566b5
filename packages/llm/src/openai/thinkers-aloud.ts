/**
 * What models are called whose template opens the reasoning in the prompt: where their server does not take it out of the
 * answer, there is a closing tag alone, and nothing tells before it that what comes is no answer.
 */
const names =
  /(?:^|[-_/:.])(?:r1|o1|z1|qwq|qvq|thinking|think|reasoning|reasoner|deep|magistral)(?=$|[-_/:.\d])/iu;

export interface ThinkersAloudOptions {
  /** How long it is remembered what a model did, in ms. */
  readonly forMs: number;
  /** A model that has not answered yet may be one of them, whatever it is called. */
  readonly holdUnknown: boolean;
  readonly now: () => number;
}

/** Remembers which models think without saying so at the beginning, so that no piece of it is handed out. */
export function thinkersAloud({ forMs, holdUnknown, now }: ThinkersAloudOptions) {
  const seen = new Map<string, { readonly isAloud: boolean; readonly untilMs: number }>();
  const known = (model: string): boolean | undefined => {
    const last = seen.get(model);
    return last && last.untilMs > now() ? last.isAloud : undefined;
  };
  return {
    /** Nobody knows before the first answer of a model: then its name says what to expect. */
    has: (model: string): boolean =>
      known(model) ?? (names.test(model) || (holdUnknown && seen.get(model)?.isAloud !== false)),
    /** An answer without a thought changes nothing of a model that has been heard. */
    learn(model: string, isAloud: boolean): void {
      if (isAloud || known(model) !== true) seen.set(model, { isAloud, untilMs: now() + forMs });
    },
  };
}
