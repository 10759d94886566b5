import type { ChatStream, Completion, CompleteOptions } from "./chat-model.ts";
import { LlmError } from "./errors.ts";

/** What the work of a stream is given. */
export interface ChatStreamWork {
  /** Hands out the next piece of the text. */
  readonly emit: (piece: string) => void;
  /** Aborts when the caller's signal does, and when nobody reads any more. */
  readonly signal: AbortSignal;
}

/**
 * Makes the stream of a `ChatModel`: begins the work at once, and hands out what it emits. What it has not emitted of the text
 * comes last, so that a model that has its answer at once needs nothing but `complete`.
 */
export function chatStream(
  work: (call: ChatStreamWork) => Promise<Completion>,
  { signal }: Pick<CompleteOptions, "signal"> = {},
): ChatStream {
  const own = new AbortController();
  const pieces: string[] = [];
  let emitted = 0;
  let news = Promise.withResolvers<void>();
  let isSettled = false;

  const tell = () => {
    news.resolve();
    news = Promise.withResolvers();
  };
  const emit = (piece: string) => {
    if (piece === "" || own.signal.aborted) return;
    emitted += piece.length;
    pieces.push(piece);
    tell();
  };
  const stop = () => own.abort(signal?.reason);

  async function run(): Promise<Completion> {
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
    try {
      const completion = await work({ emit, signal: own.signal });
      emit(completion.text.slice(emitted));
      return completion;
    } finally {
      signal?.removeEventListener("abort", stop);
      isSettled = true;
      tell();
    }
  }

  async function* read(): AsyncGenerator<string, void, undefined> {
    try {
      for (;;) {
        const piece = pieces.shift();
        if (piece !== undefined) yield piece;
        else if (isSettled) return void (await completion);
        else await news.promise;
      }
    } finally {
      // An error is dear to make: it looks where it was made.
      if (!isSettled) own.abort(new LlmError("aborted", "Nobody reads the stream any more."));
    }
  }

  const completion = run();
  // Who only reads the pieces sees the failure there.
  completion.catch(() => {});
  const reader = read();
  return { completion, [Symbol.asyncIterator]: () => reader };
}
