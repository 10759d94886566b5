import type { LlmErrorCode } from "../errors.ts";

const words: Readonly<Partial<Record<LlmErrorCode, string>>> = {
  overloaded: "capacity_exhausted provider_overloaded overloaded_error engine_overloaded_error",
  unavailable:
    "temporarily_unavailable provider_unavailable unavailable internal server server_error api_error",
  model_not_found: `model_not_found wrong_endpoint no_endpoints model_deprecated model_unavailable_upstream constraint_filtered
    free_variant_ended not_found not_found_error notfounderror model_decommissioned`,
  context_too_long: `context_length_exceeded max_tokens_exceeded token_limit_exceeded string_too_long
    string_above_max_length payload_too_large request_too_large tokens_limit_reached exceed_context_size_error
    model_context_window_exceeded`,
  unauthorized:
    "authentication authentication_error invalid_api_key api_key_invalid unauthenticated invalid_authentication_error",
  forbidden: "region_restricted privacy_restricted permission_denied permission_error",
  payment_required:
    "payment_required insufficient_quota billing_error exceeded_current_quota_error",
  rate_limited: "rate_limit_exceeded rate_limit_error resource_exhausted too_many_requests",
  timeout: "timeout deadline_exceeded",
  moderated:
    "content_policy_violation content_filter refusal data_inspection_failed responsibleaipolicyviolation",
  bad_request: "invalid_request invalid_prompt precondition_failed unprocessable",
};

const codes = new Map<string, LlmErrorCode>();
for (const [code, list] of Object.entries(words)) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the record
  for (const word of list.split(/\s+/u)) codes.set(word, code as LlmErrorCode);
}

/** What a provider's word for programs means. */
export const codeOfWord = (word: string): LlmErrorCode | undefined => codes.get(word);

/** What an HTTP status means. */
export function codeOfStatus(status: number): LlmErrorCode {
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

const aboutContext = new RegExp(
  [
    String.raw`context[ _](?:length|window|size)`,
    "maximum context",
    "too many tokens",
    String.raw`(?:prompt|input|messages?|request) (?:is|are) too (?:long|large)`,
    String.raw`token count.{0,60}exceed`,
    String.raw`exceeds? the (?:max\w*|limit).{0,40}(?:tokens|context)`,
    "reduce the length of the messages",
    // Bigger than a minute's allowance: waiting does not help.
    String.raw`request too large.{0,200}(?:tokens per min|TPM)`,
  ].join("|"),
  "iu",
);
const aboutModel =
  /model\b.*\b(not (found|exist|valid|a valid|available|supported)|unknown|deprecated)|(no such|unknown|invalid|not a valid) model|no endpoints/iu;

/** Whether a provider's prose says that the messages do not fit. */
export const isAboutContext = (text: string): boolean => aboutContext.test(text);

/** Whether a provider's prose says that the model is not there. */
export const isAboutModel = (text: string): boolean => aboutModel.test(text);

/** Whether a provider's prose says no more than that something failed. */
export const isUnnamed = (text: string): boolean =>
  /^\s*(?:provider returned (?:an )?error|no models provided|(?:unknown )?error)[\s.]*$/iu.test(
    text,
  );
