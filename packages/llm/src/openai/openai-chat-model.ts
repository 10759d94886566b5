import type OpenAI from "openai";
import type { ChatMessage, ChatModel, CompleteOptions, Completion } from "../chat-model.ts";
import { LlmError } from "../errors.ts";
import { type Outcome, readAnswer } from "./answer.ts";
import type { Failure } from "./failure.ts";
import { parameterMemory } from "./parameters.ts";
import { readThrown } from "./thrown.ts";
import { type Sleep, sleep as realSleep, within } from "./waiting.ts";

/** What is used of an `OpenAI` client. Its own retries and timeout do not matter: every request overrides them. */
export type OpenAiClient = Pick<OpenAI, "baseURL" | "chat">;

export interface RetryEvent {
  /** The attempt that failed; 1 is the first of the call. */
  readonly attempt: number;
  readonly model: string;
  readonly error: LlmError;
  readonly next: "again" | "next_model" | "without_parameter" | "more_output";
  /** Before the next attempt. */
  readonly delayMs: number;
}

export interface UsageEvent {
  /** The model that answered. */
  readonly model: string;
  /** Tokens. */
  readonly input: number;
  readonly output: number;
  /** US dollars, if the provider says. */
  readonly cost?: number;
  readonly durationMs: number;
}

export interface OpenAiChatModelOptions {
  readonly model: string;
  /** Asked in this order when a model is gone, too small, or out of attempts. @default [] */
  readonly fallbackModels?: readonly string[];
  readonly temperature?: number;
  /** Tokens, for calls that do not say. @default the provider's own cap */
  readonly maxOutputTokens?: number;
  /** Over all attempts of a call, for calls that do not say. @default 120_000 */
  readonly deadlineMs?: number;
  /** Of one request, its body included. @default 60_000 */
  readonly attemptTimeoutMs?: number;
  /** For each model. Leaving out a refused parameter is not counted. @default 3 */
  readonly maxAttempts?: number;
  /** The first back-off is random up to `baseMs`, each further one up to twice as much. @default { baseMs: 500, maxMs: 8_000 } */
  readonly backoff?: { readonly baseMs: number; readonly maxMs: number };
  /** More fields of the request: `provider`, `reasoning`, `user` … */
  readonly extraBody?: Readonly<Record<string, unknown>>;
  /** The other side is OpenRouter: its silent cutting of long prompts is switched off. @default by the client's base URL */
  readonly openRouter?: boolean;
  /** A failed attempt that is not the end. What it throws is ignored. */
  readonly onRetry?: (event: RetryEvent) => void;
  /** Every answer that was counted, also one that had no text. What it throws is ignored. */
  readonly onUsage?: (event: UsageEvent) => void;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly sleep?: Sleep;
}

const parameterMemoryMs = 3_600_000;

const isOpenRouter = (baseURL: string) =>
  /(^|\.)openrouter\.ai$/u.test(URL.parse(baseURL)?.hostname ?? "");

// OpenRouter compresses the middle of a prompt away on small endpoints unless it is told not to.
const openRouterBody = (extraBody: Readonly<Record<string, unknown>>) => ({
  plugins: [
    { id: "context-compression", enabled: false },
    ...(Array.isArray(extraBody["plugins"]) ? (extraBody["plugins"] as unknown[]) : []),
  ],
});

function quietly(callback: () => void): void {
  try {
    callback();
  } catch {
    // A fault in the caller's bookkeeping must not cost the answer.
  }
}

/**
 * Asks through an `openai` client, OpenRouter or any compatible URL. One retry loop under one deadline: waits as the
 * provider asks, but never past the deadline; then the next model. Rejects with `LlmError` alone.
 */
export function openaiChatModel(client: OpenAiClient, options: OpenAiChatModelOptions): ChatModel {
  const {
    extraBody = {},
    backoff = { baseMs: 500, maxMs: 8_000 },
    maxAttempts = 3,
    attemptTimeoutMs = 60_000,
  } = options;
  const { now = Date.now, random = Math.random, sleep = realSleep } = options;
  if (!Number.isInteger(maxAttempts) || maxAttempts < 1) {
    throw new LlmError(
      "bad_request",
      `Expected \`maxAttempts\` to be a positive integer, got \`${maxAttempts}\`.`,
    );
  }
  const models = [options.model, ...(options.fallbackModels ?? [])];
  const memory = parameterMemory({ forMs: parameterMemoryMs, now });
  const fixed = {
    ...extraBody,
    ...((options.openRouter ?? isOpenRouter(client.baseURL)) && openRouterBody(extraBody)),
    ...(options.temperature !== undefined && { temperature: options.temperature }),
  };

  async function request(
    model: string,
    messages: readonly ChatMessage[],
    cap: number | undefined,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const parameters = memory.shape(model, {
      ...fixed,
      ...(cap !== undefined && { max_completion_tokens: cap }),
    });
    const context = { model, nowMs: now(), parameters: Object.keys(parameters) };
    const body = { ...parameters, model, messages: [...messages] };
    const late = () =>
      new LlmError(
        "timeout",
        `${model} gave no whole answer within ${timeoutMs} ms: raise attemptTimeoutMs and deadlineMs.`,
        { model },
      );
    try {
      const { data, response } = await within(timeoutMs, signal, late, (bounded) =>
        // The client's timeout is later than ours: in some versions it does not cover the body.
        client.chat.completions
          .create(body, { signal: bounded, maxRetries: 0, timeout: timeoutMs + 10_000 })
          .withResponse(),
      );
      return readAnswer(data, { ...context, status: response.status, headers: response.headers });
    } catch (thrown) {
      return { result: readThrown(thrown, context) };
    }
  }

  async function complete(
    messages: readonly ChatMessage[],
    call: CompleteOptions = {},
  ): Promise<Completion> {
    const { signal, deadlineMs = options.deadlineMs ?? 120_000 } = call;
    const startedAt = now();
    let cap = call.maxOutputTokens ?? options.maxOutputTokens;
    let capRaised = false;
    let modelIndex = 0;
    let attemptsOfModel = 0;
    let last: LlmError | undefined;

    for (let attempt = 1; ; attempt++) {
      const model = models[modelIndex] ?? options.model;
      const remainingMs = deadlineMs - (now() - startedAt);
      if (remainingMs <= 0)
        throw new LlmError("timeout", `No answer within ${deadlineMs} ms: raise deadlineMs.`, {
          cause: last,
          model,
        });
      attemptsOfModel++;
      const askedAt = now();
      const { result, usage } = await request(
        model,
        messages,
        cap,
        Math.min(attemptTimeoutMs, remainingMs),
        signal,
      );
      if (usage) quietly(() => options.onUsage?.({ ...usage, durationMs: now() - askedAt }));
      if (!("error" in result)) return result;

      const { error } = result;
      last = error;
      const step = plan(result);
      if (!step) throw error;
      if (step.next === "next_model") [modelIndex, attemptsOfModel] = [modelIndex + 1, 0];
      if (step.next === "without_parameter") attemptsOfModel--;
      if (step.next === "more_output") [cap, capRaised] = [(cap ?? 0) * 2, true];
      quietly(() => options.onRetry?.({ attempt, model, error, ...step }));
      if (step.delayMs > 0) await sleep(step.delayMs, signal);
    }

    function plan({ error, remedy }: Failure): Pick<RetryEvent, "next" | "delayMs"> | undefined {
      const nextModel =
        modelIndex + 1 < models.length ? ({ next: "next_model", delayMs: 0 } as const) : undefined;
      if (remedy.do === "nothing" || signal?.aborted || now() - startedAt >= deadlineMs)
        return undefined;
      if (remedy.do === "next_model") return nextModel;
      if (remedy.do === "without_parameter") {
        memory.learn(models[modelIndex] ?? options.model, remedy);
        return { next: "without_parameter", delayMs: 0 };
      }
      if (remedy.do === "more_output")
        return cap !== undefined && !capRaised ? { next: "more_output", delayMs: 0 } : nextModel;
      if (attemptsOfModel >= maxAttempts) return nextModel;
      const jitterMs = Math.round(
        random() * Math.min(backoff.maxMs, backoff.baseMs * 2 ** (attemptsOfModel - 1)),
      );
      const delayMs = Math.max(jitterMs, error.retryAfterMs ?? 0);
      // A wait that ends past the deadline is no help, and a shorter one would be ignored.
      return now() - startedAt + delayMs >= deadlineMs ? nextModel : { next: "again", delayMs };
    }
  }

  return { complete };
}
