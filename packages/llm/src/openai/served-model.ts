import type OpenAI from "openai";
import type { ChatModel } from "../chat-model.ts";
import { chatStream } from "../chat-stream.ts";
import { LlmError } from "../errors.ts";
import type { FailedEvent } from "./options.ts";
import { aborted } from "./request.ts";
import { reasonInBrackets } from "./thrown.ts";

/** What is used of an `OpenAI` client to look for models. */
export type ModelsClient = Pick<OpenAI, "models">;

/** Says what `servedModel` makes of the name that it finds. */
export interface ServedModelOptions {
  /** Makes the model of this name, such as `openaiChatModel` does. */
  readonly make: (name: string) => ChatModel;
  /** Hears the name, once. */
  readonly onServed?: ((name: string) => void) | undefined;
  /** Hears each call that failed because no model was found; that has no name. What a found one does, `make` can tell. */
  readonly onFailed?: ((event: FailedEvent) => void) | undefined;
}

const listTimeoutMs = 10_000;

/**
 * Asks the first model that an endpoint lists, as Ollama, vLLM, llama.cpp and LM Studio do. It is looked up when it is
 * asked first, and again while that fails: the endpoint may start later than whoever asks. Then a call rejects with
 * `model_not_found` when there is none, or with `unavailable`.
 */
export function servedModel(
  client: ModelsClient,
  { make, onServed, onFailed }: ServedModelOptions,
): ChatModel {
  let found: ChatModel | undefined;

  async function look({ signal }: { readonly signal: AbortSignal | undefined }) {
    const startedAt = Date.now();
    const name = await firstOf(client, { signal }).catch((error: unknown) => {
      const durationMs = Date.now() - startedAt;
      if (error instanceof LlmError)
        onFailed?.({ type: "failed", model: "", error, requests: 1, durationMs });
      throw error;
    });
    if (!found) onServed?.(name);
    return (found ??= make(name));
  }

  return {
    async complete(messages, options = {}) {
      const model = found ?? (await look({ signal: options.signal }));
      return model.complete(messages, options);
    },
    stream: (messages, options = {}) =>
      chatStream(async ({ emit, signal }) => {
        const model = found ?? (await look({ signal }));
        const stream = model.stream(messages, { ...options, signal });
        for await (const piece of stream) emit(piece);
        return stream.completion;
      }, options),
  };
}

async function firstOf(
  client: ModelsClient,
  { signal }: { readonly signal: AbortSignal | undefined },
): Promise<string> {
  const page = await client.models
    .list({ maxRetries: 0, timeout: listTimeoutMs, ...(signal && { signal }) })
    .catch((error: unknown) => {
      if (signal?.aborted) throw aborted();
      throw isMissing(error)
        ? new LlmError(
            "model_not_found",
            "The endpoint lists no models: check the base URL, which often ends in /v1, or name a model.",
          )
        : new LlmError(
            "unavailable",
            `The endpoint could not be asked for its models${reasonInBrackets(error)}: check the base URL.`,
          );
    });
  const [name] = (Array.isArray(page.data) ? page.data : []).map(({ id }) => id);
  if (typeof name === "string" && name !== "") return name;
  throw new LlmError(
    "model_not_found",
    "The endpoint serves no model: load one there, or name one.",
  );
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "status" in error && (error.status === 404 || error.status === 405);
