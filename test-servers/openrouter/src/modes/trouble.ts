import { gzipSync } from "node:zlib";
import type { Behaviour } from "../behaviour.ts";
import { answer, faults, httpError } from "../faults.ts";
import { bytesOf, json, page, provider, raw } from "./raw.ts";

/** A server that writes the answer byte by byte, and never comes to its end. */
const drip: Behaviour = (_request, response) => {
  response.writeHead(200, json);
  const bytes = bytesOf("Hello drip.");
  let at = 0;
  const timer = setInterval(() => void response.write(bytes.subarray(at, ++at)), 20);
  response.on("close", () => clearInterval(timer));
};

/** A provider that has too much to do, is down, or breaks off. */
export const trouble: Readonly<Record<string, Behaviour>> = {
  // Too much, for now.
  "429, empty": raw(429, "", {}),
  "429, Retry-After 2 s": httpError(429, {
    message: "Rate limit exceeded: free-models-per-min.",
    headers: { "retry-after": "2" },
  }),
  "429, Retry-After a date": (request, response) =>
    httpError(429, { headers: { "retry-after": new Date(Date.now() + 3_000).toUTCString() } })(
      request,
      response,
    ),
  "429, Retry-After a day": httpError(429, {
    message: "Rate limit exceeded: free-models-per-day",
    headers: { "retry-after": "86400" },
  }),
  "429, Retry-After negative": httpError(429, { headers: { "retry-after": "-5" } }),
  "429, raw": httpError(
    429,
    provider({ raw: "temporarily rate-limited upstream. Please retry shortly" }),
  ),
  "413, tokens per minute": httpError(413, {
    code: "rate_limit_exceeded",
    message: "Request too large for model on tokens per minute (TPM): Limit 6000, Requested 9000",
  }),
  // Down.
  "500, a page": page(500),
  "502, a page": page(502),
  "503": httpError(503, { message: "no capacity" }),
  "504, text": raw(504, "upstream request timeout", { "content-type": "text/plain" }),
  "520, a page": page(520),
  "529": httpError(529, { message: "Overloaded" }),
  "200, error": faults.errorIn200(),
  "200, error as a text": raw(200, '{"error":"model is loading"}'),
  "200, error 429 as a text": faults.errorIn200({ message: "Rate limit", code: "429" }),
  "error in the choice": faults.errorInChoice(),
  "finish reason error": answer("partial", { finishReason: "error" }),
  "400, unnamed provider error": httpError(400, provider({ raw: "ERROR" })),
  "404, unnamed provider error": httpError(404, provider({})),
  "400, no models provided": httpError(400, { message: "No models provided" }),
  // Not whole.
  "never answers": faults.silence(),
  "stalls in the body": faults.stalledBody(),
  "a byte now and then": drip,
  "reset before the answer": faults.reset(),
  "reset in the body": faults.resetInBody(),
  "broken JSON": faults.brokenJson(),
  "broken gzip": raw(200, gzipSync(bytesOf("Hello gzip.")).subarray(0, 60), {
    ...json,
    "content-encoding": "gzip",
  }),
  "no finish reason": faults.noFinishReason(),
  "empty finish reason": answer("Hello.", { finishReason: "" }),
  "200, a page": page(200),
  "200, a stream": raw(200, 'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n', {
    "content-type": "text/event-stream",
  }),
  "200, []": raw(200, "[]"),
  "200, null": raw(200, "null"),
  "200, empty": raw(200, ""),
  "204": raw(204, ""),
};
