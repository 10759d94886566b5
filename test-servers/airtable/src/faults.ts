import type { ServerResponse } from "node:http";
import { forbidden, Refusal, refuse } from "./refusal.ts";

/**
 * What can go wrong with one request:
 * - `html_200`, `html_502`: a proxy's page
 * - `array`, `empty_object`: JSON with 200 that is no answer; `null_error`: a 422 whose error says nothing
 * - `bare_404`, `bad_gateway`: Airtable's own 404 and 502; `unavailable`: 503 with `Retry-After: 2`
 * - `forbidden`: the 403 of a token that may not, and of a row or table that is not there
 * - `rate_limit`: 429 and a base frozen for 30 s; `empty_rate_limit`: one 429 with an empty body
 * - `no_answer`, `stalled_body`: the connection stays and nothing comes
 * - `reset`: the connection ends before the request was handled; `answer_lost`: after it was
 */
export type Fault =
  | "html_200"
  | "html_502"
  | "array"
  | "empty_object"
  | "null_error"
  | "bare_404"
  | "bad_gateway"
  | "unavailable"
  | "forbidden"
  | "rate_limit"
  | "empty_rate_limit"
  | "no_answer"
  | "stalled_body"
  | "reset"
  | "answer_lost";

const html = "<html><body>proxy page</body></html>";

/** Faults whose answer is always the same. */
const answers: Partial<Record<Fault, () => Refusal>> = {
  html_200: () => new Refusal(200, html),
  html_502: () => new Refusal(502, html),
  array: () => new Refusal(200, []),
  empty_object: () => new Refusal(200, {}),
  null_error: () => new Refusal(422, { error: null }),
  bare_404: () => new Refusal(404, { error: "NOT_FOUND" }),
  bad_gateway: () => refuse(502, "RETRIABLE_ERROR", "The request failed, it is safe to retry"),
  unavailable: () =>
    new Refusal(503, { error: { type: "RETRIABLE_ERROR" } }, { "retry-after": "2" }),
  forbidden,
  empty_rate_limit: () => new Refusal(429, ""),
};

/** Answers as the fault says. True = nothing more is to be done with this request. */
export function answerBadly(fault: Fault, response: ServerResponse): boolean {
  if (fault === "no_answer") return true;
  if (fault === "stalled_body") {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"records":');
    return true;
  }
  if (fault === "reset") {
    response.socket?.destroy();
    return true;
  }
  const answer = answers[fault];
  if (answer) throw answer();
  return false;
}
