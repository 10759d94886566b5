import { randomUUID } from "node:crypto";
import { getEventListeners } from "node:events";
import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { LlmError } from "../errors.ts";
import { type Behaviour, answer, faults, httpError } from "@tgmem/openrouter-test-server";
import { startBench } from "./openai.kit.ts";

let bench: Awaited<ReturnType<typeof startBench>>;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

const behaviours: Readonly<Record<string, Behaviour>> = {
  answer: answer("fine"),
  ...Object.fromEntries(
    [400, 401, 404, 408, 429, 500, 503].map((status) => [String(status), httpError(status)]),
  ),
  wait: httpError(429, { headers: { "retry-after": "20" } }),
  longWait: httpError(503, { headers: { "retry-after": "4000" } }),
  gone: httpError(404, { availability: { code: "no_endpoints", retryable: false } }),
  soon: httpError(400, {
    availability: { code: "capacity_exhausted", retryable: true, retry_after: 3 },
  }),
  parameter: httpError(400, { code: "unsupported_parameter", param: "temperature" }),
  cap: httpError(400, {
    message: "Unsupported parameter: 'max_completion_tokens'. Use 'max_tokens' instead.",
  }),
  lengthWithoutText: faults.lengthWithoutText(),
  errorIn200: faults.errorIn200(),
  errorInChoice: faults.errorInChoice(),
  noChoices: faults.noChoices(),
  html: faults.html(),
  brokenJson: faults.brokenJson(),
  reset: faults.reset(),
};

it("whatever happens, a call ends in bounds: with an answer or an LlmError, in time, after few requests, leaving nothing on the signal", async () => {
  const { signal } = new AbortController();
  const script = fc.array(fc.constantFrom(...Object.keys(behaviours)), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(
      script,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 60_000 }),
      async (names, modelCount, deadlineMs) => {
        bench.reset();
        bench.fake.when(() => true, httpError(500));
        bench.fake.next(...names.map((name) => behaviours[name] ?? answer("fine")));
        const run = randomUUID();
        let clock = 0;
        const model = bench.model({
          fallbackModels: ["second/model", "third/model"].slice(0, modelCount - 1),
          temperature: 0.1,
          maxAttempts: 3,
          now: () => clock,
          pause: async (ms) => void (clock += ms),
        });
        const result = await model
          .complete([{ role: "user", content: run }], { deadlineMs, signal, maxOutputTokens: 50 })
          .catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(LlmError);
        else expect(result).toMatchObject({ text: "fine", finishReason: "stop" });
        expect(clock).toBeLessThan(deadlineMs);
        // Three attempts, two parameters refused and one renamed, and one raised cap.
        expect(bench.retries.length).toBeLessThanOrEqual(modelCount * 6);
        // An attempt that runs into the deadline may reach the server late or never: each run counts its own.
        const requests = bench.fake.requests.filter(
          (request) => request.messages[0]?.content === run,
        );
        expect(requests.length).toBeLessThanOrEqual(bench.retries.length + 1);
        expect(getEventListeners(signal, "abort")).toHaveLength(0);
      },
    ),
    { numRuns: 150 },
  );
});
