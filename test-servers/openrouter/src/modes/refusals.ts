import type { Behaviour } from "../behaviour.ts";
import { answer, faults, httpError } from "../faults.ts";
import { page, provider, raw } from "./raw.ts";

/** A server that refuses a request with this parameter, and answers one without it. */
const refuses =
  (parameter: string, refusal: Behaviour): Behaviour =>
  (request, response) =>
    (parameter in request.body ? refusal : answer("Hello without it."))(request, response);

const extra = [
  {
    type: "extra_forbidden",
    loc: ["body", "max_completion_tokens"],
    msg: "Extra inputs are not permitted",
  },
];
const maxTokens =
  "Unsupported parameter: 'max_completion_tokens' is not supported with this model. Use 'max_tokens' instead.";
const context =
  "This model's maximum context length is 4096 tokens. However, you requested 9000 tokens.";
const affordable =
  "This request requires more credits, or fewer max_tokens. You requested up to 65536 tokens, but can only afford 1234.";

/** A provider that does not take the request as it is. */
export const refusals: Readonly<Record<string, Behaviour>> = {
  // The account, the key, the model.
  "401": httpError(401, { message: "No auth credentials found" }),
  "402, can afford less": httpError(402, { message: affordable }),
  "402": httpError(402, { message: "Insufficient credits" }),
  "403": httpError(403, { message: "Key limit exceeded" }),
  "403, a page": page(403),
  "403, moderated": httpError(403, {
    message: "Your input was flagged",
    metadata: { reasons: ["violence"], flagged_input: "SECRET", provider_name: "Test" },
  }),
  "404, a page": page(404),
  "404, no endpoints": httpError(404, { message: "No endpoints found matching your data policy." }),
  "301 to elsewhere": faults.redirect(301),
  "307 to itself": faults.redirect(307),
  // Too long.
  "too long, OpenRouter": httpError(400, {
    message:
      "This endpoint's maximum context length is 4096 tokens. However, you requested about 12345 tokens.",
  }),
  "too long, OpenAI": httpError(400, {
    code: "context_length_exceeded",
    message: context,
    param: "messages",
  }),
  "too long, raw": httpError(
    400,
    provider({ raw: JSON.stringify({ error: { message: context } }) }),
  ),
  "too long, vLLM": raw(
    400,
    JSON.stringify({
      object: "error",
      message: context,
      type: "BadRequestError",
      param: null,
      code: 400,
    }),
  ),
  "too long, llama.cpp": raw(
    400,
    JSON.stringify({
      error: {
        code: 400,
        message: "the request exceeds the available context size. try increasing the context size",
        type: "exceed_context_size_error",
        n_ctx: 4096,
      },
    }),
  ),
  "too long, Gemini": raw(
    400,
    JSON.stringify([
      {
        error: {
          code: 400,
          message:
            "The input token count (140000) exceeds the maximum number of tokens allowed (131072).",
          status: "INVALID_ARGUMENT",
        },
      },
    ]),
  ),
  "too long, Anthropic": raw(
    400,
    JSON.stringify({
      type: "error",
      error: {
        type: "invalid_request_error",
        message: "prompt is too long: 210000 tokens > 200000 maximum",
      },
    }),
  ),
  // A parameter that is not taken.
  "parameter, OpenAI": refuses(
    "max_completion_tokens",
    httpError(400, {
      code: "unsupported_parameter",
      param: "max_completion_tokens",
      message: maxTokens,
    }),
  ),
  "parameter, Mistral": refuses(
    "max_completion_tokens",
    raw(
      422,
      JSON.stringify({
        object: "error",
        message: { detail: extra },
        type: "invalid_request_error",
      }),
    ),
  ),
  "parameter, FastAPI": refuses(
    "max_completion_tokens",
    raw(422, JSON.stringify({ detail: extra })),
  ),
  "parameter, raw": refuses(
    "max_completion_tokens",
    httpError(
      400,
      provider({
        raw: JSON.stringify({
          error: {
            message: maxTokens,
            param: "max_completion_tokens",
            code: "unsupported_parameter",
          },
        }),
      }),
    ),
  ),
};
