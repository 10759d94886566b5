import { checkPostingLimits } from "../recall/limits.ts";
import type {
  Batch,
  IndexNumbers,
  PostingLimits,
  PostingStore,
  StoredTurn,
} from "../recall/posting-store.ts";
import { insertPostings, trimmed } from "../recall/postings.ts";

interface Index {
  numbers: IndexNumbers;
  lastAtMs: number;
  readonly turns: Map<number, StoredTurn & { readonly atMs: number; readonly starts: boolean }>;
  readonly ids: Map<string, number>;
  readonly lists: Map<string, string>;
}

const newIndex = (epoch: number): Index => ({
  numbers: { epoch, analyzer: "", first: 1, last: 0, built: 0, units: 0 },
  lastAtMs: 0,
  turns: new Map(),
  ids: new Map(),
  lists: new Map(),
});

/** Keeps what a recall index writes in this process, for tests and for bots that may forget at a restart. */
export function inMemoryPostings(options: PostingLimits = {}): PostingStore {
  const { maxTurns, maxPostings } = checkPostingLimits(options);
  const chats = new Map<string, Index>();

  function indexFor(chat: string, epoch: number): Index | "forgotten" {
    const held = chats.get(chat);
    if (held && held.numbers.epoch > epoch) return "forgotten";
    const index = held?.numbers.epoch === epoch ? held : newIndex(epoch);
    chats.set(chat, index);
    return index;
  }

  /** Drops the oldest turns that have no room, with their postings. */
  function dropOldest(index: Index): void {
    let { first, units } = index.numbers;
    for (const [n, turn] of index.turns) {
      if (index.turns.size <= maxTurns) break;
      index.turns.delete(n);
      index.ids.delete(turn.turnId);
      first = n + 1;
      units -= turn.units;
    }
    if (first === index.numbers.first) return;
    index.numbers = { ...index.numbers, first, units };
    for (const [term, list] of index.lists) put(index, term, trimmed(list, 2 * first, maxPostings));
  }

  function put({ lists }: Index, term: string, list: string): void {
    if (list === "") lists.delete(term);
    else lists.set(term, list);
  }

  function write(index: Index, batch: Batch): void {
    if (batch.restart) index.lists.clear();
    for (const { n, ...turn } of batch.turns) {
      index.turns.set(n, turn);
      index.ids.set(turn.turnId, n);
      index.lastAtMs = turn.atMs;
    }
    const { first, units } = index.numbers;
    for (const [term, list] of batch.lists)
      put(index, term, trimmed((index.lists.get(term) ?? "") + list, 2 * first, maxPostings));
    index.numbers = {
      epoch: batch.epoch,
      analyzer: batch.analyzer,
      first,
      last: batch.turns.at(-1)?.n ?? batch.after,
      built: batch.built,
      units: (batch.restart ? 0 : units) + batch.units,
    };
    dropOldest(index);
  }

  return {
    maxPostings,

    async state(chat, turnIds) {
      const { numbers, lastAtMs, ids } = chats.get(chat) ?? newIndex(0);
      const known = turnIds.flatMap((id) => {
        const n = ids.get(id);
        return n === undefined ? [] : [[id, n] as const];
      });
      return { ...numbers, lastAtMs, known: new Map(known) };
    },

    async append(chat, batch) {
      const index = indexFor(chat, batch.epoch);
      if (index === "forgotten") return index;
      const { last, built, analyzer } = index.numbers;
      const isSame = last === 0 || analyzer === batch.analyzer || batch.restart;
      if (last !== batch.after || built !== batch.builtBefore || !isSame) return "conflict";
      write(index, batch);
      return "added";
    },

    async read(chat, terms, { sittings }) {
      const { numbers, lists, turns } = chats.get(chat) ?? newIndex(0);
      const found = terms.flatMap((term) => {
        const list = lists.get(term);
        return list === undefined ? [] : [[term, list] as const];
      });
      const beginnings = [...turns].filter(([, { starts }]) => sittings && starts);
      return {
        ...numbers,
        lists: new Map(found),
        sittings: beginnings.map(([n, { atMs }]) => [n, atMs] as const),
      };
    },

    async texts(chat, wanted) {
      const { turns } = chats.get(chat) ?? newIndex(0);
      return new Map(
        wanted.flatMap((n) => {
          const turn = turns.get(n);
          return turn ? [[n, turn] as const] : [];
        }),
      );
    },

    async replace(chat, { epoch, n, before, after, lists }) {
      const index = indexFor(chat, epoch);
      if (index === "forgotten") return index;
      const held = index.turns.get(n);
      if (held?.body !== before.body) return "conflict";
      if (after) index.turns.set(n, { ...held, ...after });
      else {
        index.turns.delete(n);
        index.ids.delete(held.turnId);
      }
      if (n > index.numbers.built) return "replaced";
      const units = index.numbers.units - held.units + (after?.units ?? 0);
      index.numbers = { ...index.numbers, units };
      for (const [term, list] of lists)
        put(index, term, insertPostings(index.lists.get(term) ?? "", 2 * n, list));
      return "replaced";
    },

    async forget(chat, epoch) {
      indexFor(chat, epoch);
    },
  };
}
