import { LlmError } from "@tgmem/llm";
import type { RetryEvent } from "@tgmem/llm/openai";
import { registeredMetrics } from "@tgmem/service/testing";
import { expect, it } from "vitest";
import { observeModels } from "./observe-models.ts";

const timeout = new LlmError("timeout", "m gave no whole answer: raise attemptTimeoutMs.");
const retry: RetryEvent = {
  type: "retry",
  model: "m",
  attempt: 1,
  next: "again",
  error: timeout,
  delayMs: 9,
};

/** What is said so loud that an operator reads it. */
async function warningsOf(hear: (on: ReturnType<typeof observeModels>) => void): Promise<unknown> {
  const warnings: unknown[] = [];
  await registeredMetrics("worker", (context) =>
    hear(observeModels({ ...context, warn: (_, fields) => warnings.push(fields) })),
  );
  return warnings;
}

it("leaves it to the outage to say that a provider is in trouble", async () => {
  const warnings = await warningsOf((on) => {
    on("chat", retry);
    on("chat", { type: "breaker_opened", model: "m", error: timeout, openMs: 5_000 });
    on("chat", { type: "failed", model: "m", error: timeout, requests: 2, durationMs: 9 });
  });
  expect(warnings).toEqual([]);
});

it("warns of a model in whose place another one answers, with the variable to look at", async () => {
  const warnings = await warningsOf((on) => on("chat", { ...retry, next: "next_model" }));
  expect(warnings).toMatchObject([
    { model: "m", code: "timeout", reason: expect.stringContaining("raise MODEL_TIMEOUT_MS") },
  ]);
});
