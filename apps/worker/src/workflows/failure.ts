/** What becomes of a message whose answer failed. */
export type Failure =
  | { readonly verdict: "retry"; readonly delayMs: number; readonly reason: string }
  | { readonly verdict: "bury"; readonly reason: string };

/** The engine frees a run's key about 0.1 s after its end: a retry sooner would collide with the run that made it. */
const leastDelayMs = 1_000;
const mostDelayMs = 60_000;

/** Our packages say with `retryable` what they know; anything else is tried again until its attempts are used up. */
export function classify(error: unknown, attempt: number): Failure {
  const reason = describe(error);
  if (has(error, "retryable") && error.retryable === false) return { verdict: "bury", reason };
  const asked =
    has(error, "retryAfterMs") && typeof error.retryAfterMs === "number" ? error.retryAfterMs : 0;
  const backoffMs = Math.min(mostDelayMs, leastDelayMs * 2 ** (attempt - 1));
  return { verdict: "retry", delayMs: Math.max(asked, backoffMs), reason };
}

/** Only our own errors are known to hold no text of a person, so only their messages are kept. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return "unknown failure";
  return has(error, "retryable") && has(error, "code")
    ? `${error.name} ${String(error.code)}: ${error.message}`
    : error.name;
}

const has = <Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> =>
  typeof value === "object" && value !== null && key in value;
