import type * as z from "zod/mini";
import type { SafeAnswer, SafeRequest } from "./client/request.ts";
import { backoffMs } from "./backoff.ts";
import type { monthlyBreaker } from "./breaker.ts";
import type { Clock } from "./clock.ts";
import { AirtableError, type AirtableErrorCode } from "./errors.ts";
import type { ArchiveEvent } from "./events.ts";
import type { OutageBreaker } from "./outage.ts";
import type { RateLimit } from "./rate.ts";

const freezeMs = 30_000;
const jitterMs = 5_000;
const maxAttempts = 5;
/** What may be over at the next attempt. A rate limit may, too, but it has a pause of its own. */
const passing: ReadonlySet<AirtableErrorCode> = new Set<AirtableErrorCode>([
  "unavailable",
  "timeout",
  "malformed_answer",
]);

export interface CallsOptions {
  /** Makes one request. */
  readonly send: (request: SafeRequest) => Promise<SafeAnswer>;
  readonly rate: RateLimit;
  /** Opens when the month is used up. */
  readonly month: ReturnType<typeof monthlyBreaker>;
  /** Opens when Airtable is away. */
  readonly outage: OutageBreaker;
  readonly clock: Clock;
  /** How long a call may take with all its attempts and pauses. */
  readonly deadlineMs: number;
  readonly onEvent: (event: ArchiveEvent) => void;
}

/** Makes a call. `read` gives the answer's body a shape; what it refuses is asked for again. */
export type Call = <T extends z.ZodMiniType>(
  request: SafeRequest & { readonly signal: AbortSignal },
  read: T,
) => Promise<z.infer<T>>;

/**
 * Makes calls in their turn, and repeats them while that can help. Every call of this package is idempotent, so all may be
 * repeated: a read, a delete by id, an update by id, and an upsert by key (whose first create may leave two rows: repaired
 * later).
 */
export function createCalls(options: CallsOptions): Call {
  const { send, rate, month, outage, clock, deadlineMs, onEvent } = options;
  const { now, pause, random } = clock;

  /** Keeps all calls away from a base that wants none, and from an Airtable that is away. */
  async function holdOff(error: AirtableError): Promise<void> {
    if (passing.has(error.code)) {
      const ms = outage.failed();
      if (ms > 0) onEvent({ type: "outage", code: error.code, pauseMs: ms });
    } else outage.answered();
    if (error.code === "quota_exhausted") {
      month.open();
      onEvent({ type: "quota_exhausted" });
    }
    if (error.code === "rate_limited") {
      const ms = Math.max(freezeMs, error.retryAfterMs ?? 0) + random() * jitterMs;
      onEvent({ type: "rate_limited", freezeMs: ms });
      await rate.freeze(ms);
    }
  }

  /** How long to pause before the next attempt; undefined = there is no sense in one. */
  function pauseAfter({ code, retryAfterMs = 0 }: AirtableError, attempt: number) {
    if (attempt >= maxAttempts) return undefined;
    // The wait for its turn in the frozen base is the pause.
    if (code === "rate_limited") return 0;
    if (!passing.has(code)) return undefined;
    return Math.max(retryAfterMs, backoffMs(attempt, { baseMs: 500, maxMs: 8_000, random }));
  }

  return async function call(request, read) {
    const { signal } = request;
    const deadline = now() + deadlineMs;
    for (let attempt = 1; ; attempt++) {
      month.acquire();
      outage.acquire();
      // A turn that never comes is not a call: nothing to freeze, nothing to repeat.
      const ended = await rate.take({ deadline, signal }).catch((thrown: unknown) => {
        throw asError(thrown, { signal });
      });
      try {
        const { body } = await send(request).finally(ended);
        month.close();
        const answer = parse(read, body);
        outage.answered();
        return answer;
      } catch (thrown) {
        const error = asError(thrown, { signal });
        if (signal.aborted) throw error;
        await holdOff(error);
        const pauseMs = pauseAfter(error, attempt);
        if (pauseMs === undefined || now() + pauseMs >= deadline) throw error;
        if (error.code !== "rate_limited")
          onEvent({ type: "retry", code: error.code, attempt, pauseMs });
        await pause(pauseMs, { signal });
        if (signal.aborted) throw aborted();
      }
    }
  };
}

const aborted = () => new AirtableError("aborted", "The call was aborted before it was made.");

function asError(thrown: unknown, { signal }: { readonly signal: AbortSignal }): AirtableError {
  if (thrown instanceof AirtableError) return thrown;
  if (signal.aborted) return aborted();
  return new AirtableError("unavailable", "The call failed before it was made: try again later.", {
    cause: thrown,
  });
}

function parse<T extends z.ZodMiniType>(read: T, body: unknown): z.infer<T> {
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
