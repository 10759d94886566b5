import type { ChatMessage, ChatModel, CompleteOptions, Completion } from "../chat-model.ts";
import { chatStream } from "../chat-stream.ts";
import { pause as realPause } from "../deadline.ts";
import { LlmError } from "../errors.ts";
import type { ChatModelEvent, OpenAiChatModelOptions, OpenAiClient } from "./options.ts";
import { defaultBreaker, modelBreakers } from "./model-breakers.ts";
import { aborted, type Call, createRequester } from "./request.ts";
import { retryBudget } from "./retry-budget.ts";
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
  const onEvent = quietly(options.onEvent);
  const request = createRequester(client, options, { now, onUsage: onEvent });
  const breakers = modelBreakers(options.breaker ?? defaultBreaker, { now, onEvent });
  const budget = retryBudget({ share: options.retryShare ?? 0.2, now });
  const rules = { maxAttempts, backoff, maxWaitMs, random, spendRetry: () => budget.spend() };

  async function ask(call: RunningCall): Promise<Completion> {
    const { signal, deadlineMs, remainingMs } = call;
    const others = [options.model, ...fallbackModels].filter((name) => name !== call.model);
    let attempt = firstAttempt(call.model, others, call.maxOutputTokens);
    let lastError: LlmError | undefined;

    for (;;) {
      const { number, model } = attempt;
      if (signal?.aborted) throw aborted();
      if (remainingMs() <= 0) throw tooLate(model, deadlineMs, lastError);
      const timeoutMs = Math.min(attemptTimeoutMs, remainingMs());
      const limits = { timeoutMs, remainingMs, signal };
      const result = await breakers.guard(model, limits, () => {
        call.requests++;
        return request(attempt, call, limits);
      });
      if (!("error" in result)) return result;

      const { error } = result;
      const step = call.hasBegun ? undefined : retryStep(attempt, result, remainingMs(), rules);
      if (!step) throw error;
      const { next, delayMs } = step;
      onEvent({ type: "retry", attempt: number, model, error, next, delayMs });
      if (delayMs > 0) await pause(delayMs, { signal });
      lastError = error;
      attempt = step.attempt;
    }
  }

  async function run(
    messages: readonly ChatMessage[],
    wishes: CompleteOptions,
    emit?: (piece: string) => void,
  ): Promise<Completion> {
    const startedAt = now();
    const call = runningCall(messages, wishes, { emit, now, startedAt, options });
    budget.earn();
    try {
      return await ask(call);
    } catch (error) {
      if (error instanceof LlmError) {
        const { model = call.model } = error;
        const durationMs = now() - startedAt;
        onEvent({ type: "failed", model, error, requests: call.requests, durationMs });
      }
      throw error;
    }
  }

  return {
    complete: (messages, call = {}) => run(messages, call),
    stream: (messages, call = {}) =>
      chatStream(({ emit, signal }) => run(messages, { ...call, signal }, emit), call),
  };
}

/** A call on its way. */
interface RunningCall extends Call {
  /** The model that is asked first. */
  readonly model: string;
  readonly signal: AbortSignal | undefined;
  readonly maxOutputTokens: number | undefined;
  readonly deadlineMs: number;
  readonly remainingMs: () => number;
  /** How many requests have been made. */
  requests: number;
  /** Somebody has read the beginning of the answer: another attempt would begin again. */
  hasBegun: boolean;
}

interface RunningCallOptions {
  readonly emit: ((piece: string) => void) | undefined;
  readonly now: () => number;
  readonly startedAt: number;
  readonly options: OpenAiChatModelOptions;
}

function runningCall(
  messages: readonly ChatMessage[],
  wishes: CompleteOptions,
  { emit, now, startedAt, options }: RunningCallOptions,
): RunningCall {
  const { signal, reasoning, whole = false, model = options.model } = wishes;
  const { deadlineMs = options.deadlineMs ?? 120_000 } = wishes;
  const { maxOutputTokens = options.maxOutputTokens } = wishes;
  const remainingMs = () => deadlineMs - (now() - startedAt);
  const call: RunningCall = {
    model,
    messages,
    reasoning,
    whole,
    signal,
    maxOutputTokens,
    deadlineMs,
    remainingMs,
    requests: 0,
    hasBegun: false,
    emit:
      emit &&
      ((piece) => {
        call.hasBegun ||= piece !== "";
        emit(piece);
      }),
  };
  return call;
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
