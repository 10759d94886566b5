import { createParser } from "eventsource-parser";
import { withDeadline } from "../deadline.ts";
import { LlmError } from "../errors.ts";
import type { AttemptResult } from "./attempt-result.ts";
import type { ReadCompletionContext } from "./read-completion.ts";
import { streamedAnswer, type StreamedAnswerOptions } from "./streamed-answer.ts";

/** How long the count of the tokens, and the end of the connection, may take after the answer. */
const graceMs = 1_000;
/** A larger event is no piece of an answer. */
const maxEventChars = 8 * 1024 * 1024;

export interface ReadStreamOptions extends StreamedAnswerOptions {
  /** How long the first piece may take. A comment is none. */
  readonly firstPieceMs: number;
  /** How long nothing at all may come between pieces. */
  readonly idleTimeoutMs: number;
  /** How long the call has left. */
  readonly remainingMs: () => number;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
}

/** Reads the stream of one answer to its end, or as long as it takes to know that it has none. */
export async function readStream(
  body: AsyncIterable<Uint8Array>,
  context: ReadCompletionContext,
  options: ReadStreamOptions,
): Promise<AttemptResult> {
  const { firstPieceMs, idleTimeoutMs, remainingMs, now, signal } = options;
  const { model } = context;
  const answer = streamedAnswer(context, options);
  const parser = createParser({
    onEvent: ({ data }) => answer.take(data),
    maxBufferSize: maxEventChars,
    onError({ type }) {
      if (type === "max-buffer-size-exceeded") throw new SyntaxError("An event is too large.");
    },
  });
  const decoder = new TextDecoder();
  const reader = body[Symbol.asyncIterator]();
  const openedAt = now();

  const limit = (): { readonly ms: number; readonly late: () => LlmError } => {
    const wait = answer.hasBegun() ? idleTimeoutMs : Math.max(0, firstPieceMs - (now() - openedAt));
    const what = answer.hasBegun()
      ? `said nothing for ${idleTimeoutMs} ms within its answer: raise idleTimeoutMs`
      : `gave no piece of an answer in time: raise attemptTimeoutMs`;
    const ms = answer.isComplete() || answer.isDone() ? graceMs : wait;
    return remainingMs() <= ms
      ? {
          ms: Math.max(0, remainingMs()),
          late: () => late(`${model} did not end its answer by the deadline: raise deadlineMs`),
        }
      : { ms, late: () => late(`${model} ${what}`) };
  };
  const late = (what: string) => new LlmError("timeout", `${what}.`, { model });

  while (!answer.isDone()) {
    try {
      const { value, done } = await withDeadline(reader.next(), { ...limit(), signal });
      if (done) {
        // The last event may lack the blank line that ends it.
        parser.feed(`${decoder.decode()}\n\n`);
        break;
      }
      parser.feed(decoder.decode(value, { stream: true }));
    } catch (error) {
      // What fails behind a complete answer costs at most the count of its tokens.
      if (!answer.isComplete() || signal?.aborted) throw error;
      break;
    }
  }
  // A connection whose stream was read to its end can be used again.
  if (answer.isComplete())
    await withDeadline(reader.next(), { ms: 50, late: () => late("slow"), signal }).catch(() => {});
  return answer.end();
}
