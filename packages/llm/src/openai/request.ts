import type { ChatMessage, Completion, ReasoningEffort } from "../chat-model.ts";
import { withDeadline } from "../deadline.ts";
import { LlmError } from "../errors.ts";
import { isOpenRouter } from "../is-open-router.ts";
import { readBody } from "./body.ts";
import { type Failure, failure } from "./failure.ts";
import type { OpenAiChatModelOptions, OpenAiClient, UsageEvent } from "./options.ts";
import type { AttemptResult } from "./attempt-result.ts";
import { readCompletion } from "./read-completion.ts";
import { readStream } from "./read-stream.ts";
import { refusedParameters } from "./refused-parameters.ts";
import type { Attempt } from "./retry-plan.ts";
import { readThrown } from "./thrown.ts";
import { thinkersAloud } from "./thinkers-aloud.ts";

const rememberedForMs = 3_600_000;

export interface RequesterOptions {
  readonly now: () => number;
  readonly onUsage: (usage: UsageEvent) => void;
}

/** What is the same in every request of a call. */
export interface Call {
  readonly messages: readonly ChatMessage[];
  readonly reasoning: ReasoningEffort | undefined;
  readonly whole: boolean;
  /** Takes the pieces of an answer that is streamed. */
  readonly emit: ((piece: string) => void) | undefined;
}

export interface Limits {
  /** How long the request may take, with its body, or until the first piece. */
  readonly timeoutMs: number;
  /** How long the call has left. */
  readonly remainingMs: () => number;
  readonly signal: AbortSignal | undefined;
}

/** Makes single requests. Each gives an answer or a failure, and rejects never. */
export function createRequester(
  client: OpenAiClient,
  options: OpenAiChatModelOptions,
  { now, onUsage }: RequesterOptions,
) {
  const refused = refusedParameters({ forMs: rememberedForMs, now });
  const { openRouter = isOpenRouter(client.baseURL) } = options;
  const fixed = fixedParameters(options, { openRouter });
  const { maxChars = 100_000, idleTimeoutMs = 30_000 } = options;
  const { holdUnknown = false } = options;
  const thinkers = thinkersAloud({ forMs: rememberedForMs, holdUnknown, now });
  const wish = (effort: ReasoningEffort) =>
    openRouter ? { reasoning: { effort } } : { reasoning_effort: effort };

  async function send(
    { model, maxOutputTokens }: Attempt,
    { messages, reasoning, whole, emit }: Call,
    { timeoutMs, remainingMs, signal }: Limits,
  ): Promise<AttemptResult> {
    const parameters = refused.adapt(model, {
      ...(reasoning !== undefined && wish(reasoning)),
      ...fixed,
      ...(maxOutputTokens !== undefined && { max_completion_tokens: maxOutputTokens }),
      ...(emit && { stream: true, stream_options: { include_usage: true } }),
    });
    const context = {
      model,
      nowMs: now(),
      parameters: Object.keys(parameters),
      maxOutputTokens,
      maxChars,
      whole,
    };
    const own = new AbortController();
    const sentAt = now();
    const read = async (): Promise<AttemptResult | Response> => {
      const response = await client.chat.completions
        .create(
          { ...parameters, model, messages: [...messages] },
          {
            signal: own.signal,
            maxRetries: 0,
            // Ours ends earlier, with the body.
            timeout: timeoutMs + 10_000,
            // Who redirects a request gets to see it, and a circle of them never ends.
            fetchOptions: { redirect: "manual" },
          },
        )
        .asResponse();
      if (emit && isEventStream(response)) return response;
      const { status, headers } = response;
      const body = await readBody(response);
      if (body === undefined)
        return { result: failure("malformed_answer", model, "answered with more than 32 MiB") };
      return readCompletion(JSON.parse(body), { ...context, status, headers });
    };
    try {
      const late = () => tooLate(model, timeoutMs);
      const opened = await withDeadline(read(), { ms: timeoutMs, late, signal });
      if ("result" in opened) return opened;
      const { body, status, headers } = opened;
      if (!body || !emit) return readCompletion(null, { ...context, status, headers });
      return await readStream(
        body,
        { ...context, status, headers },
        {
          emit,
          isHeld: thinkers.has(model),
          learn: (isAloud) => thinkers.learn(model, isAloud),
          firstPieceMs: timeoutMs - (now() - sentAt),
          idleTimeoutMs,
          remainingMs,
          now,
          signal,
        },
      );
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
    call: Call,
    limits: Limits,
  ): Promise<Completion | Failure> {
    const askedAt = now();
    const { result, usage } = await send(attempt, call, limits);
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
  { extraBody = {}, temperature }: OpenAiChatModelOptions,
  { openRouter }: { readonly openRouter: boolean },
): Readonly<Record<string, unknown>> {
  return {
    ...extraBody,
    ...(openRouter && { plugins: withoutCompression(extraBody["plugins"]) }),
    ...(temperature !== undefined && { temperature }),
  };
}

const isEventStream = ({ headers }: Response) =>
  headers.get("content-type")?.toLowerCase().includes("text/event-stream") ?? false;

/** OpenRouter compresses the middle of a prompt away on small endpoints unless it is told not to. */
const withoutCompression = (plugins: unknown): unknown[] => [
  { id: "context-compression", enabled: false },
  ...(Array.isArray(plugins) ? (plugins as unknown[]) : []),
];
