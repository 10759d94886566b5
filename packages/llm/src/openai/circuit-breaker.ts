import { LlmError, type LlmErrorCode } from "../errors.ts";
import type { BreakerOptions } from "./options.ts";

/** Failures that tell of trouble at the provider. Any other answer shows that it is there. */
const trouble: ReadonlySet<LlmErrorCode> = new Set<LlmErrorCode>([
  "rate_limited",
  "overloaded",
  "unavailable",
  "timeout",
  "malformed_answer",
]);

export interface CircuitBreakerOptions extends BreakerOptions {
  readonly model: string;
  readonly now: () => number;
  readonly onOpened: (error: LlmError, openMs: number) => void;
  readonly onClosed: () => void;
}

/** A request that has begun, and is settled or cancelled once. */
export interface BreakerTicket {
  /** Says how it failed; undefined = it was answered. */
  settle(error: LlmError | undefined): void;
  /** Says that it tells nothing of the model, such as one that its caller ended. */
  cancel(): void;
}

/**
 * Keeps a model in trouble from being asked in vain. It is ours, because the known one makes others wait for the request that
 * probes, and has a clock of its own.
 */
export function circuitBreaker(options: CircuitBreakerOptions) {
  const { model, failures, openMs, maxOpenMs, now, onOpened, onClosed } = options;
  let inRow = 0;
  let opened: { readonly error: LlmError; readonly untilMs: number } | undefined;
  let nextOpenMs = openMs;
  let isProbing = false;

  function open(error: LlmError): void {
    const forMs = Math.min(maxOpenMs, Math.max(nextOpenMs, error.retryAfterMs ?? 0));
    opened = { error, untilMs: now() + forMs };
    nextOpenMs = Math.min(maxOpenMs, nextOpenMs * 2);
    onOpened(error, forMs);
  }

  function refusal({ code, status }: LlmError, waitMs: number): LlmError {
    const what = `${model} failed ${inRow} times in a row (${code}) and is not asked for ${waitMs} ms.`;
    return new LlmError(code, `${what} Ask again later, or name fallback models.`, {
      retryable: true,
      retryAfterMs: waitMs,
      status,
      model,
    });
  }

  function succeed(): void {
    inRow = 0;
    nextOpenMs = openMs;
    if (opened) onClosed();
    opened = undefined;
  }

  return {
    /** Begins a request, or gives the error when the model is not to be asked now. */
    begin(): BreakerTicket | LlmError {
      const waitMs = opened ? opened.untilMs - now() : 0;
      if (opened && waitMs > 0) return refusal(opened.error, waitMs);
      // One request finds out whether the trouble is over; the others do not wait for it.
      if (opened && isProbing) return refusal(opened.error, openMs);
      const isProbe = opened !== undefined;
      isProbing ||= isProbe;
      const end = () => {
        if (isProbe) isProbing = false;
      };
      return {
        settle(error) {
          end();
          if (!error || !trouble.has(error.code) || !error.retryable) return succeed();
          inRow++;
          if (opened ? isProbe : inRow >= failures) open(error);
        },
        cancel: end,
      };
    },
  };
}
