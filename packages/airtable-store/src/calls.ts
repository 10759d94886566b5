import type { z } from "zod";
import type { SafeAnswer, SafeRequest } from "./client/request.ts";
import { monthlyBreaker } from "./breaker.ts";
import type { Clock } from "./clock.ts";
import { AirtableError } from "./errors.ts";
import type { ArchiveEvent } from "./events.ts";
import type { RateLimit } from "./rate.ts";

const freezeMs = 30_000;
const jitterMs = 5_000;
const attempts = 5;

export interface CallsOptions {
  /** One try. */
  readonly send: (request: SafeRequest) => Promise<SafeAnswer>;
  readonly rate: RateLimit;
  readonly clock: Clock;
  /** For the whole call with its waits. */
  readonly deadlineMs: number;
  readonly onEvent: (event: ArchiveEvent) => void;
}

/** `read` gives the answer's body a shape; what it refuses is asked for again. */
export type Call = <T extends z.ZodType>(
  request: SafeRequest & { readonly signal: AbortSignal },
  read: T,
) => Promise<z.infer<T>>;

/**
 * Calls in their turn, repeated while that can help. Every call of this package is idempotent, so all may be repeated:
 * a read, a delete by id, an update by id, and an upsert by key (whose first create may leave two rows: repaired later).
 */
export function createCalls({ send, rate, clock, deadlineMs, onEvent }: CallsOptions): Call {
  const { now, sleep, random } = clock;
  const breaker = monthlyBreaker(now);

  /** How long to wait before the next try; undefined = do not try again. */
  function pauseAfter(error: AirtableError, attempt: number): number | undefined {
    if (error.code === "quota_exhausted") {
      breaker.open();
      onEvent({ type: "quota_exhausted" });
      return undefined;
    }
    if (error.code === "rate_limited") {
      const ms = Math.max(freezeMs, error.retryAfterMs ?? 0) + random() * jitterMs;
      rate.freeze(ms);
      onEvent({ type: "rate_limited", freezeMs: ms });
      return attempt < attempts ? 0 : undefined;
    }
    if (attempt >= attempts || !["unavailable", "timeout", "malformed_answer"].includes(error.code))
      return undefined;
    return Math.max(error.retryAfterMs ?? 0, 500 * 2 ** (attempt - 1) * (0.5 + random() / 2));
  }

  return async function call(request, read) {
    const { signal } = request;
    const deadline = now() + deadlineMs;
    for (let attempt = 1; ; attempt += 1) {
      breaker.check();
      try {
        await rate.take({ deadline, signal });
        const { body } = await send(request);
        breaker.close();
        return parse(read, body);
      } catch (thrown) {
        const error = asError(thrown, signal);
        if (signal.aborted) throw error;
        // A turn that never comes is not a call: nothing to freeze, nothing to repeat.
        const pause =
          error.status === undefined && error.code === "rate_limited"
            ? undefined
            : pauseAfter(error, attempt);
        if (pause === undefined || now() + pause >= deadline) throw error;
        if (error.code !== "rate_limited")
          onEvent({ type: "retry", code: error.code, attempt, pauseMs: pause });
        await sleep(pause, signal).catch((cause: unknown) => {
          throw asError(cause, signal);
        });
      }
    }
  };
}

function asError(thrown: unknown, signal: AbortSignal): AirtableError {
  if (thrown instanceof AirtableError) return thrown;
  if (signal.aborted)
    return new AirtableError("aborted", "The call was aborted before it was made.");
  return new AirtableError("unavailable", "The call failed before it was made: try again later.", {
    cause: thrown,
  });
}

function parse<T extends z.ZodType>(read: T, body: unknown): z.infer<T> {
  const parsed = read.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = [...new Set(parsed.error.issues.map(({ path }) => path.join(".") || "body"))].join(
    ", ",
  );
  throw new AirtableError(
    "malformed_answer",
    `Airtable answered 200 with a strange ${where}: a proxy may stand in the way.`,
    { status: 200 },
  );
}
