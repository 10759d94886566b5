import type { ChatMessage, ChatModel, CompleteOptions, Completion } from "../chat-model.ts";
import { chatStream } from "../chat-stream.ts";
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

  async function ask(
    messages: readonly ChatMessage[],
    call: CompleteOptions,
    emitTo?: (piece: string) => void,
  ): Promise<Completion> {
    const { signal, reasoning, whole = false } = call;
    const { deadlineMs = options.deadlineMs ?? 120_000 } = call;
    const { maxOutputTokens = options.maxOutputTokens } = call;
    const startedAt = now();
    const remainingMs = () => deadlineMs - (now() - startedAt);
    let attempt = firstAttempt(options.model, fallbackModels, maxOutputTokens);
    let lastError: LlmError | undefined;
    let isBegun = false;
    const emit =
      emitTo &&
      ((piece: string) => {
        isBegun ||= piece !== "";
        emitTo(piece);
      });

    for (;;) {
      const { number, model } = attempt;
      if (signal?.aborted) throw aborted();
      if (remainingMs() <= 0) throw tooLate(model, deadlineMs, lastError);
      const timeoutMs = Math.min(attemptTimeoutMs, remainingMs());
      const result = await request(
        attempt,
        { messages, reasoning, whole, emit },
        { timeoutMs, remainingMs, signal },
      );
      if (!("error" in result)) return result;

      const { error } = result;
      const step = retryStep(attempt, result, remainingMs(), rules);
      // Somebody has read the beginning: another attempt would begin again.
      if (!step || isBegun) throw error;
      const { next, delayMs } = step;
      onEvent({ type: "retry", attempt: number, model, error, next, delayMs });
      if (delayMs > 0) await pause(delayMs, { signal });
      lastError = error;
      attempt = step.attempt;
    }
  }

  return {
    complete: (messages, call = {}) => ask(messages, call),
    stream: (messages, call = {}) =>
      chatStream(({ emit, signal }) => ask(messages, { ...call, signal }, emit), call),
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
