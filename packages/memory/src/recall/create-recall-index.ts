import { type Analyzer, lightAnalyzer } from "./analyzer.ts";
import type { PostingStore } from "./posting-store.ts";
import type { RecallIndex, RecallTurn } from "./recall-index.ts";
import { searchTurns } from "./search-turns.ts";
import { decodeBody } from "./turn-body.ts";
import { addTurns, replaceTurn } from "./write-turns.ts";

/** What a recall index is made of, besides its store. */
export interface RecallIndexOptions {
  /** Makes terms of texts. @default one for nine languages and for scripts without spaces */
  readonly analyzer?: Analyzer | undefined;
}

const numbersAtOnce = 100;

/**
 * Makes a recall index of a store that keeps postings. What matches is ranked here and not in the store, so that all stores
 * give the same answers, and the one thread that everybody shares computes nothing.
 */
export function recallIndex(
  store: PostingStore,
  { analyzer = lightAnalyzer() }: RecallIndexOptions = {},
): RecallIndex {
  const writer = { store, analyzer };
  return {
    add: (chat, turns, options) => addTurns(chat, turns, { ...writer, ...options }),
    replace: (chat, turn, { epoch }) => replaceTurn(chat, turn, { ...writer, epoch }),
    search: (chat, query, options) => searchTurns(chat, query, { ...writer, ...options }),
    async *turns(chat, { signal } = {}) {
      const { first, last } = await store.state(chat, []);
      for (let from = first; from <= last; from += numbersAtOnce) {
        signal?.throwIfAborted();
        const length = Math.min(numbersAtOnce, last - from + 1);
        const numbers = Array.from({ length }, (_, at) => from + at);
        const stored = await store.texts(chat, numbers);
        const part = numbers.flatMap((n): RecallTurn[] => {
          const turn = stored.get(n);
          return turn ? [decodeBody(turn.turnId, turn.body)] : [];
        });
        if (part.length > 0) yield part;
      }
    },
    forget: (chat, { epoch }) => store.forget(chat, epoch),
  };
}
