import type { TextSource } from "../memory.ts";
import type { WaitOptions } from "../wait-options.ts";
import { orAborted } from "./or-aborted.ts";

export interface StreamTurnOptions<Result> extends WaitOptions {
  /** Remembers the whole answer. */
  readonly ended: (assistant: string) => Promise<Result>;
  /** Remembers what came of an answer that was cut. */
  readonly cut: (assistant: string) => Promise<Result>;
}

/**
 * Hands on the pieces of an answer as they come, and remembers the whole at the end. What ends it early (the reader, the
 * source, a signal) leaves in memory what was read by then.
 */
export async function* streamTurn<Result>(
  source: TextSource,
  { ended, cut, signal }: StreamTurnOptions<Result>,
): AsyncGenerator<string, Result, undefined> {
  signal?.throwIfAborted();
  const opening = Promise.resolve(typeof source === "function" ? source() : source);
  const pieces = (await orAborted(opening, signal))[Symbol.asyncIterator]();
  let assistant = "";
  let whole = false;
  try {
    for (;;) {
      const next = await orAborted(pieces.next(), signal);
      if (next.done) break;
      assistant += next.value;
      yield next.value;
    }
    whole = true;
  } finally {
    if (!whole) {
      // A source that hangs may not answer this either, so nobody waits for it.
      void Promise.resolve(pieces.return?.()).catch(() => {});
      // Whatever ended it is what the caller has to hear of, and not that the rest could not be kept.
      if (assistant.trim() !== "") await cut(assistant).catch(() => {});
    }
  }
  return ended(assistant);
}
