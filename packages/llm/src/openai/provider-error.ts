import { z } from "zod";
import type { LlmErrorCode } from "../errors.ts";
import { type Failure, failure } from "./failure.ts";
import { unsupportedParameter } from "./unsupported-parameter.ts";
import { retryAfterMs } from "./retry-after.ts";

const Availability = z.object({
  code: z.string().catch(""),
  retryable: z.boolean(),
  retry_after: z.number().nonnegative().optional().catch(undefined),
});

/** The envelope of OpenRouter and of OpenAI; what is not as documented counts as absent. */
const Envelope = z.object({
  message: z.string().catch(""),
  code: z.union([z.number(), z.string()]).optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  param: z.string().optional().catch(undefined),
  error_type: z.string().optional().catch(undefined),
  metadata: z
    .object({
      error_type: z.string().optional().catch(undefined),
      reasons: z.unknown().optional(),
      flagged_input: z.unknown().optional(),
    })
    .partial()
    .optional()
    .catch(undefined),
  availability: Availability.optional().catch(undefined),
});

const byWord: ReadonlyMap<string, LlmErrorCode> = new Map(
  Object.entries<LlmErrorCode>({
    // availability.code
    capacity_exhausted: "overloaded",
    temporarily_unavailable: "unavailable",
    model_not_found: "model_not_found",
    wrong_endpoint: "model_not_found",
    no_endpoints: "model_not_found",
    model_deprecated: "model_not_found",
    model_unavailable_upstream: "model_not_found",
    constraint_filtered: "model_not_found",
    free_variant_ended: "model_not_found",
    region_restricted: "forbidden",
    privacy_restricted: "forbidden",
    // error_type, and the codes of other providers
    context_length_exceeded: "context_too_long",
    max_tokens_exceeded: "context_too_long",
    token_limit_exceeded: "context_too_long",
    string_too_long: "context_too_long",
    payload_too_large: "context_too_long",
    authentication: "unauthorized",
    invalid_api_key: "unauthorized",
    permission_denied: "forbidden",
    payment_required: "payment_required",
    insufficient_quota: "payment_required",
    rate_limit_exceeded: "rate_limited",
    provider_overloaded: "overloaded",
    overloaded_error: "overloaded",
    provider_unavailable: "unavailable",
    server: "unavailable",
    server_error: "unavailable",
    timeout: "timeout",
    not_found: "model_not_found",
    content_policy_violation: "moderated",
    content_filter: "moderated",
    refusal: "moderated",
    invalid_request: "bad_request",
    invalid_prompt: "bad_request",
    precondition_failed: "bad_request",
    unprocessable: "bad_request",
  }),
);

function byStatus(status: number): LlmErrorCode {
  if (status === 401) return "unauthorized";
  if (status === 402) return "payment_required";
  if (status === 403) return "forbidden";
  if (status === 404) return "model_not_found";
  if (status === 408 || status === 504 || status === 524) return "timeout";
  if (status === 409 || status === 425) return "unavailable";
  if (status === 413) return "context_too_long";
  if (status === 429) return "rate_limited";
  if (status === 503 || status === 529) return "overloaded";
  return status >= 500 ? "unavailable" : "bad_request";
}

// A 400 often says only in prose what it is about.
const aboutContext =
  /context (length|window)|maximum context|too many tokens|(prompt|input) is too long/iu;
const aboutModel =
  /model\b.*\b(not (found|exist|valid|a valid|available|supported)|unknown|deprecated)|(no such|unknown|invalid|not a valid) model|no endpoints/iu;

function byProse(message: string): LlmErrorCode | undefined {
  if (aboutContext.test(message)) return "context_too_long";
  return aboutModel.test(message) ? "model_not_found" : undefined;
}

/** What is known of the request that a provider answered with an error. */
export interface ProviderErrorContext {
  readonly model: string;
  /** The status of the answer that carried the error: 200 says nothing. */
  readonly status: number;
  readonly headers: Headers | undefined;
  readonly nowMs: number;
  /** The names in the request that may be left out. */
  readonly parameters: readonly string[];
}

/** Reads a provider's error, however it arrived: first `availability`, then the error type, then the code, then the status. */
export function providerError(
  raw: unknown,
  { model, status, headers, nowMs, parameters }: ProviderErrorContext,
): Failure {
  const envelope =
    Envelope.safeParse(typeof raw === "string" ? { message: raw } : raw).data ?? Envelope.parse({});
  const { message, metadata, availability, param } = envelope;
  const numeric = Number(envelope.code ?? Number.NaN);
  const http = numeric >= 400 && numeric < 600 ? numeric : status >= 400 ? status : undefined;

  const words = [
    availability?.code,
    metadata?.error_type,
    envelope.error_type,
    envelope.code,
    envelope.type,
  ].filter((word) => typeof word === "string");
  const known = words.find((word) => byWord.has(word));
  const flagged = metadata?.reasons !== undefined || metadata?.flagged_input !== undefined;
  const prose = http === 400 || http === 404 || http === 422 ? byProse(message) : undefined;
  let code = (known === undefined ? undefined : byWord.get(known)) ?? byStatus(http ?? 502);
  if (code === "bad_request" && prose) code = prose;
  if (flagged && (code === "forbidden" || code === "bad_request")) code = "moderated";

  const waits = [
    retryAfterMs(headers, nowMs),
    availability?.retry_after === undefined ? undefined : availability.retry_after * 1_000,
  ];
  const wait = Math.max(...waits.map((ms) => ms ?? -1));
  const label = known ?? words.find((word) => /^[a-z_]{1,40}$/u.test(word));
  const what = `answered ${status}${http !== undefined && http !== status ? ` with error ${http}` : ""}${label ? ` (${label})` : ""}`;
  const options = { status: http ?? status, retryAfterMs: wait >= 0 ? wait : undefined };

  if (availability) {
    return failure(code, model, what, {
      ...options,
      retryable: availability.retryable,
      remedy: { do: availability.retryable ? "again" : "next_model" },
    });
  }
  const parameter =
    code === "bad_request" || code === "model_not_found"
      ? unsupportedParameter({ message, code: envelope.code, param }, parameters)
      : undefined;
  if (parameter)
    return failure("bad_request", model, `${what}: it does not support ${parameter.name}`, {
      ...options,
      remedy: { do: "without_parameter", ...parameter },
    });
  // 413 is the gateway's limit, not the model's.
  if (http === 413) return failure(code, model, what, { ...options, remedy: { do: "nothing" } });
  return failure(code, model, what, options);
}
