import type { ChatMessage, ChatModel, CompleteOptions, Completion } from "../chat-model.ts";
import { chatStream } from "../chat-stream.ts";
import { LlmError } from "../errors.ts";

/** A text to answer with, an error to fail with, or a function of the messages that gives either. */
export type ScriptedAnswer =
  | string
  | Error
  | ((messages: readonly ChatMessage[], options: CompleteOptions) => string | Promise<string>);

/** A model that answers from a list, and tells what it was asked. */
export interface ScriptedModel extends ChatModel {
  /** The messages of every call so far. */
  readonly calls: readonly (readonly ChatMessage[])[];
}

/** A model that answers from a list, in order, and streams word by word. Past its end it fails with `unavailable`, not retryable. */
export function scriptedModel(script: readonly ScriptedAnswer[]): ScriptedModel {
  const calls: (readonly ChatMessage[])[] = [];
  async function complete(
    messages: readonly ChatMessage[],
    options: CompleteOptions = {},
  ): Promise<Completion> {
    if (options.signal?.aborted)
      throw new LlmError("aborted", "The call was aborted before it began.");
    calls.push([...messages]);
    const next = script[calls.length - 1];
    if (next === undefined)
      throw new LlmError(
        "unavailable",
        `The script ends after ${script.length} answers: add one.`,
        { retryable: false },
      );
    if (next instanceof Error) throw next;
    const text = typeof next === "string" ? next : await next(messages, options);
    return { text, finishReason: "stop", model: "scripted" };
  }
  return {
    calls,
    complete,
    stream: (messages, options = {}) =>
      chatStream(async ({ emit, signal }) => {
        const completion = await complete(messages, { ...options, signal });
        for (const piece of completion.text.match(/\S*\s*/gu) ?? []) emit(piece);
        return completion;
      }, options),
  };
}
