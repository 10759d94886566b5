import type { ChatModel } from "../chat-model.ts";
import { pause as realPause } from "../deadline.ts";
import { LlmError } from "../errors.ts";
import type { ChatModelEvent, OpenAiChatModelOptions, OpenAiClient } from "./options.ts";
import { aborted, createRequester } from "./request.ts";
import { firstAttempt, retryStep } from "./retry-plan.ts";

/**
 * Asks through an `openai` client, OpenRouter or any compatible URL. One retry loop under one deadline: waits as the
 * provider asks, but never past the deadline; then the next model. Rejects with `LlmError` alone.
 * @throws LlmError `invalid_argument` when `maxAttempts` is not a positive integer
 */
export function openaiChatModel(client: OpenAiClient, options: OpenAiChatModelOptions): ChatModel {
  const { backoff = { baseMs: 500, maxMs: 8_000 }, maxAttempts = 3 } = options;
  const { attemptTimeoutMs = 60_000, fallbackModels = [], maxWaitMs = 60_000 } = options;
  const { now = Date.now, random = Math.random, pause = realPause } = options;
  if (!Number.isInteger(maxAttempts) || maxAttempts < 1) {
    throw new LlmError(
      "invalid_argument",
      `Expected \`maxAttempts\` to be a positive integer, got \`${maxAttempts}\`.`,
    );
  }
  const rules = { maxAttempts, backoff, maxWaitMs, random };
  const onEvent = quietly(options.onEvent);
  const request = createRequester(client, options, { now, onUsage: onEvent });

  return {
    async complete(messages, call = {}) {
      const { signal, reasoning, whole = false } = call;
      const { deadlineMs = options.deadlineMs ?? 120_000 } = call;
      const { maxOutputTokens = options.maxOutputTokens } = call;
      const startedAt = now();
      const remainingMs = () => deadlineMs - (now() - startedAt);
      let attempt = firstAttempt(options.model, fallbackModels, maxOutputTokens);
      let lastError: LlmError | undefined;

      for (;;) {
        const { number, model } = attempt;
        if (signal?.aborted) throw aborted();
        if (remainingMs() <= 0) throw tooLate(model, deadlineMs, lastError);
        const timeoutMs = Math.min(attemptTimeoutMs, remainingMs());
        const result = await request(
          attempt,
          { messages, reasoning, whole },
          { timeoutMs, signal },
        );
        if (!("error" in result)) return result;

        const { error } = result;
        const step = retryStep(attempt, result, remainingMs(), rules);
        if (!step) throw error;
        const { next, delayMs } = step;
        onEvent({ type: "retry", attempt: number, model, error, next, delayMs });
        if (delayMs > 0) await pause(delayMs, { signal });
        lastError = error;
        attempt = step.attempt;
      }
    },
  };
}

const tooLate = (model: string, deadlineMs: number, cause: LlmError | undefined) =>
  new LlmError("timeout", `No answer within ${deadlineMs} ms: raise deadlineMs.`, { cause, model });

/** A listener that throws must not cost the answer. */
function quietly(listener: OpenAiChatModelOptions["onEvent"]): (event: ChatModelEvent) => void {
  return (event) => {
    try {
      listener?.(event);
    } catch {
      // It has nobody to tell: libraries do not log.
    }
  };
}
