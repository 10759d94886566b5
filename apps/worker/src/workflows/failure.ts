import { backoffMs, type HandlerResult } from "@tgmem/queue";

/** What has to become of a job that failed. */
export type Failure = Extract<HandlerResult, { readonly action: "retry" | "bury" }>;

/** The engine frees a run's key about 0.1 s after its end: a retry sooner would collide with the run that made it. */
const minDelayMs = 1_000;
const maxDelayMs = 60_000;

/**
 * Says what has to become of a job that failed. Our packages say with `retryable` what they know; anything else is tried
 * again until its attempts are used up.
 */
export function classify(
  error: unknown,
  attempt: number,
  { random = Math.random }: { readonly random?: () => number } = {},
): Failure {
  const reason = describe(error);
  if (has(error, "retryable") && error.retryable === false) return { action: "bury", reason };
  const asked =
    has(error, "retryAfterMs") && typeof error.retryAfterMs === "number" ? error.retryAfterMs : 0;
  // Half of it is random, so twice the minimum keeps at least that.
  const bounds = { baseMs: 2 * minDelayMs, maxMs: maxDelayMs, random };
  return { action: "retry", delayMs: Math.max(asked, backoffMs(attempt, bounds)), reason };
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
