import type { LlmErrorCode } from "../errors.ts";
import { type Complaint, readComplaint } from "./complaint.ts";
import { codeOfStatus, codeOfWord, isAboutContext, isAboutModel, isUnnamed } from "./error-code.ts";
import { type Failure, failure } from "./failure.ts";
import { outputLimit } from "./output-limit.ts";
import { retryAfterMs } from "./retry-after.ts";
import { unsupportedParameter } from "./unsupported-parameter.ts";

/** What is known of the request that a provider answered with an error. */
export interface ProviderErrorContext {
  readonly model: string;
  /** The status of the answer that carried the error: 200 says nothing. */
  readonly status: number;
  readonly headers: Headers | undefined;
  readonly nowMs: number;
  /** The names in the request that may be left out. */
  readonly parameters: readonly string[];
  /** The cap of the request in tokens. */
  readonly maxOutputTokens: number | undefined;
}

/** What a complaint comes to. */
interface Meaning {
  readonly code: LlmErrorCode;
  readonly http: number;
  /** The word of the provider that decided. */
  readonly label: string | undefined;
  /** The provider said no more than that there was an error. */
  readonly isUnnamed: boolean;
}

/** Statuses that mean little when the words mean nothing. */
const vague: ReadonlySet<number> = new Set([400, 404, 502]);

function meaningOf(complaint: Complaint, status: number): Meaning {
  const { texts, words, statuses, isFlagged } = complaint;
  const own = statuses.find((each) => each >= 400);
  const http = own ?? (status >= 400 ? status : 502);
  const known = words.filter((word) => codeOfWord(word) !== undefined);
  const label = known.find((word) => codeOfWord(word) !== "bad_request") ?? known[0];
  let code = (label === undefined ? undefined : codeOfWord(label)) ?? codeOfStatus(http);

  const isLost = http === 400 || http === 404 || http === 422;
  if (code === "bad_request" || code === "unavailable" || code === "rate_limited") {
    if (texts.some(isAboutContext)) code = "context_too_long";
    else if (code === "bad_request" && isLost && texts.some(isAboutModel)) code = "model_not_found";
  }
  if (http === 413 && code === "rate_limited") code = "context_too_long";
  if (isFlagged && (code === "forbidden" || code === "bad_request")) code = "moderated";

  const isVague = isUnnamed(texts[0] ?? "") && vague.has(http) && code === codeOfStatus(http);
  if (!isVague || label !== undefined) return { code, http, label, isUnnamed: false };
  if (texts.some(isAboutModel)) return { code: "model_not_found", http, label, isUnnamed: false };
  // Another status in the body is what a provider answered to the gateway: its 401 is not about our key.
  const inner = statuses.find((each) => each !== http && (each >= 500 || each === 429));
  if (inner !== undefined) return { code: codeOfStatus(inner), http, label, isUnnamed: false };
  return { code: "unavailable", http, label, isUnnamed: true };
}

/** Reads a provider's error, however it arrived: first `availability`, then words for programs, then prose, then the status. */
export function providerError(raw: unknown, context: ProviderErrorContext): Failure {
  const { model, status, headers, nowMs, parameters, maxOutputTokens: cap } = context;
  const complaint = readComplaint(raw);
  const { availability, texts, words, params } = complaint;
  const meaning = meaningOf(complaint, status);
  const { code, http } = meaning;

  const waits = [
    retryAfterMs(headers, nowMs),
    complaint.retryAfterMs,
    availability?.retry_after === undefined ? undefined : availability.retry_after * 1_000,
  ];
  const wait = Math.max(...waits.map((ms) => ms ?? -1));
  const label = meaning.label ?? words.find((word) => /^[a-z_]{1,40}$/u.test(word));
  const what = `answered ${status}${http !== status ? ` with error ${http}` : ""}${label ? ` (${label})` : ""}`;
  const options = { status: http, retryAfterMs: wait >= 0 ? wait : undefined };

  if (availability) {
    return failure(code, model, what, {
      ...options,
      retryable: availability.retryable,
      remedy: { do: availability.retryable ? "again" : "next_model" },
    });
  }
  if (code === "payment_required" || code === "context_too_long" || code === "bad_request") {
    const limit = texts
      .map((text) => outputLimit(text, { cap }))
      .find((each) => each !== undefined);
    if (limit !== undefined)
      return failure(code, model, `${what}: it allows ${limit} tokens of output`, {
        ...options,
        remedy: { do: "less_output", maxOutputTokens: limit },
      });
  }
  const parameter =
    code === "bad_request" || code === "model_not_found" || meaning.isUnnamed
      ? unsupportedParameter({ texts, words, params }, parameters)
      : undefined;
  if (parameter)
    return failure("bad_request", model, `${what}: it does not support ${parameter.name}`, {
      ...options,
      remedy: { do: "without_parameter", ...parameter },
    });
  if (meaning.isUnnamed)
    return failure(code, model, what, { ...options, remedy: { do: "once_more" } });
  // A body that a gateway finds too large is too large for every model behind it.
  const isGateways = http === 413 && label === undefined;
  return failure(code, model, what, {
    ...options,
    ...(isGateways && { remedy: { do: "nothing" } }),
  });
}
