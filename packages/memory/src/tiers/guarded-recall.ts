import { MemoryError } from "../errors.ts";
import type { Emit } from "../events.ts";
import type { RecallIndex } from "../recall/recall-index.ts";
import type { WaitOptions } from "../wait-options.ts";
import { bounded } from "./bounded.ts";
import { isPermanent } from "./permanent.ts";

/** A recall index could not do what was asked. The event `recall_failed` has told why. */
export class RecallFailure extends MemoryError {}

/**
 * The same index, whose calls end by a deadline: those of a search by its own, which whoever asks sets. Every failure is
 * reported once, and becomes a `RecallFailure`.
 */
export function guardRecall(
  recall: RecallIndex,
  { timeoutMs, emit }: { readonly timeoutMs: number; readonly emit: Emit },
): RecallIndex {
  async function guarded<T>(
    call: "add" | "replace" | "search" | "list" | "forget",
    chat: string,
    work: (options: { readonly signal: AbortSignal }) => Promise<T>,
    { signal }: WaitOptions,
  ): Promise<T> {
    const late = () =>
      new MemoryError(
        "store_timeout",
        `The recall index did not \`${call}\` within ${timeoutMs} ms.`,
      );
    try {
      return await bounded(work, { ms: timeoutMs, late, signal });
    } catch (error) {
      signal?.throwIfAborted();
      emit({ type: "recall_failed", chat, call, error });
      const message = `The recall index did not \`${call}\`: see cause.`;
      throw new RecallFailure("store_unavailable", message, {
        cause: error,
        retryable: !isPermanent(error),
      });
    }
  }
  return {
    add: (chat, turns, { epoch, signal }) =>
      guarded("add", chat, (wait) => recall.add(chat, turns, { ...wait, epoch }), { signal }),
    replace: (chat, turn, { epoch, signal }) =>
      guarded("replace", chat, (wait) => recall.replace(chat, turn, { ...wait, epoch }), {
        signal,
      }),
    search: (chat, query, { signal, ...options }) =>
      guarded("search", chat, (wait) => recall.search(chat, query, { ...options, ...wait }), {
        signal,
      }),
    async *turns(chat, { signal } = {}) {
      const parts = recall.turns(chat, { signal })[Symbol.asyncIterator]();
      for (;;) {
        const part = await guarded("list", chat, async () => parts.next(), { signal });
        if (part.done) return;
        yield part.value;
      }
    },
    forget: (chat, { epoch, signal }) =>
      guarded("forget", chat, (wait) => recall.forget(chat, { ...wait, epoch }), { signal }),
  };
}
