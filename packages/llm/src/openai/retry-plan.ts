import { backoffMs } from "../backoff.ts";
import type { Failure } from "./failure.ts";

/** One attempt of a call: whom it asks, and with what cap. */
export interface Attempt {
  /** 1 is the first of the call. */
  readonly number: number;
  readonly model: string;
  /** The models that are left to ask, in this order. */
  readonly otherModels: readonly string[];
  /** 1 is the first of its model. Leaving out a refused parameter makes no new one. */
  readonly numberForModel: number;
  /** Tokens; undefined = the provider's own cap. */
  readonly maxOutputTokens: number | undefined;
  /** The cap has been raised or lowered, which happens once in a call. */
  readonly isCapChanged: boolean;
  /** The model has been asked once more after a failure for which that is enough. */
  readonly isOnceMore: boolean;
}

/** What follows a failed attempt. */
export interface RetryStep {
  readonly next: "again" | "next_model" | "without_parameter" | "more_output" | "less_output";
  /** The pause before it. */
  readonly delayMs: number;
  readonly attempt: Attempt;
}

export interface RetryRules {
  /** The number of attempts with each model. */
  readonly maxAttempts: number;
  readonly backoff: { readonly baseMs: number; readonly maxMs: number };
  /** A provider that asks for a longer pause is not waited for. */
  readonly maxWaitMs: number;
  readonly random: () => number;
  /** Takes a retry from the budget; false = there is none left. */
  readonly spendRetry: () => boolean;
}

/** Makes the attempt with which a call begins. */
export function firstAttempt(
  model: string,
  otherModels: readonly string[],
  maxOutputTokens: number | undefined,
): Attempt {
  return {
    number: 1,
    model,
    otherModels,
    numberForModel: 1,
    maxOutputTokens,
    isCapChanged: false,
    isOnceMore: false,
  };
}

/** Decides what follows a failed attempt when the call has `remainingMs` left; undefined = the call fails with it. */
export function retryStep(
  attempt: Attempt,
  { error, remedy }: Failure,
  remainingMs: number,
  { maxAttempts, backoff, maxWaitMs, random, spendRetry }: RetryRules,
): RetryStep | undefined {
  const { model, otherModels, numberForModel, maxOutputTokens, isCapChanged } = attempt;
  const step = (next: RetryStep["next"], changes: Partial<Attempt>, delayMs = 0): RetryStep => ({
    next,
    delayMs,
    attempt: { ...attempt, number: attempt.number + 1, ...changes },
  });
  const nextModel = () => {
    const [other, ...others] = otherModels;
    if (other === undefined) return undefined;
    const fresh = { numberForModel: 1, isOnceMore: false };
    return step("next_model", { ...fresh, model: other, otherModels: others });
  };
  const sameModel = { model, numberForModel: numberForModel + 1 };
  const again = (isOnceMore: boolean) => {
    if (numberForModel >= maxAttempts) return nextModel();
    const asked = error.retryAfterMs ?? 0;
    const delayMs = Math.max(backoffMs(numberForModel, { ...backoff, random }), asked);
    // A pause that ends past the deadline is no help, and a shorter one would be ignored.
    if (asked > maxWaitMs || delayMs >= remainingMs || !spendRetry()) return nextModel();
    return step("again", { ...sameModel, isOnceMore }, delayMs);
  };

  if (remainingMs <= 0) return undefined;
  switch (remedy.do) {
    case "nothing":
      return undefined;
    case "next_model":
      return nextModel();
    case "without_parameter":
      return step("without_parameter", {});
    case "more_output":
      if (maxOutputTokens === undefined || isCapChanged) return nextModel();
      return step("more_output", {
        ...sameModel,
        maxOutputTokens: maxOutputTokens * 2,
        isCapChanged: true,
      });
    case "less_output":
      if (isCapChanged) return error.code === "context_too_long" ? nextModel() : undefined;
      return step("less_output", {
        ...sameModel,
        maxOutputTokens: remedy.maxOutputTokens,
        isCapChanged: true,
      });
    case "once_more":
      return attempt.isOnceMore ? nextModel() : again(true);
    default:
      remedy.do satisfies "again";
      return again(attempt.isOnceMore);
  }
}
