import type { ChatMessage, Completion } from "../chat-model.ts";
import { withDeadline } from "../deadline.ts";
import { LlmError } from "../errors.ts";
import type { Failure } from "./failure.ts";
import type { OpenAiChatModelOptions, OpenAiClient, UsageEvent } from "./options.ts";
import { type AttemptResult, readCompletion } from "./read-completion.ts";
import { refusedParameters } from "./refused-parameters.ts";
import type { Attempt } from "./retry-plan.ts";
import { readThrown } from "./thrown.ts";

const refusedForMs = 3_600_000;

export interface RequesterOptions {
  readonly now: () => number;
  readonly onUsage: (usage: UsageEvent) => void;
}

/** Makes single requests. Each gives an answer or a failure, and rejects never. */
export function createRequester(
  client: OpenAiClient,
  options: OpenAiChatModelOptions,
  { now, onUsage }: RequesterOptions,
) {
  const refused = refusedParameters({ forMs: refusedForMs, now });
  const fixed = fixedParameters(client, options);

  async function send(
    { model, maxOutputTokens }: Attempt,
    messages: readonly ChatMessage[],
    { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
  ): Promise<AttemptResult> {
    const parameters = refused.adapt(model, {
      ...fixed,
      ...(maxOutputTokens !== undefined && { max_completion_tokens: maxOutputTokens }),
    });
    const context = { model, nowMs: now(), parameters: Object.keys(parameters) };
    const own = new AbortController();
    try {
      const work = client.chat.completions
        .create(
          { ...parameters, model, messages: [...messages] },
          // The client's timeout is later than ours: in some versions it does not cover the body.
          { signal: own.signal, maxRetries: 0, timeout: timeoutMs + 10_000 },
        )
        .withResponse();
      const late = () => tooLate(model, timeoutMs);
      const { data, response } = await withDeadline(work, { ms: timeoutMs, late, signal });
      const { status, headers } = response;
      return readCompletion(data, { ...context, status, headers });
    } catch (thrown) {
      const isAborted = signal?.aborted === true && thrown === signal.reason;
      return {
        result: isAborted
          ? { error: aborted(), remedy: { do: "nothing" } }
          : readThrown(thrown, context),
      };
    } finally {
      // A request that nobody waits for any more frees its socket, also while its body stalls.
      own.abort();
    }
  }

  return async function request(
    attempt: Attempt,
    messages: readonly ChatMessage[],
    limits: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
  ): Promise<Completion | Failure> {
    const askedAt = now();
    const { result, usage } = await send(attempt, messages, limits);
    if (usage) onUsage({ type: "usage", ...usage, durationMs: now() - askedAt });
    if ("error" in result && result.remedy.do === "without_parameter")
      refused.learn(attempt.model, result.remedy);
    return result;
  };
}

export const aborted = () =>
  new LlmError("aborted", "The call was aborted by the caller's signal.");

const tooLate = (model: string, timeoutMs: number) =>
  new LlmError(
    "timeout",
    `${model} gave no whole answer within ${timeoutMs} ms: raise attemptTimeoutMs and deadlineMs.`,
    { model },
  );

/** The parameters that no call varies. */
function fixedParameters(
  { baseURL }: OpenAiClient,
  { extraBody = {}, temperature, openRouter = isOpenRouter(baseURL) }: OpenAiChatModelOptions,
): Readonly<Record<string, unknown>> {
  return {
    ...extraBody,
    ...(openRouter && { plugins: withoutCompression(extraBody["plugins"]) }),
    ...(temperature !== undefined && { temperature }),
  };
}

const isOpenRouter = (baseURL: string) =>
  /(^|\.)openrouter\.ai$/u.test(URL.parse(baseURL)?.hostname ?? "");

/** OpenRouter compresses the middle of a prompt away on small endpoints unless it is told not to. */
const withoutCompression = (plugins: unknown): unknown[] => [
  { id: "context-compression", enabled: false },
  ...(Array.isArray(plugins) ? (plugins as unknown[]) : []),
];
