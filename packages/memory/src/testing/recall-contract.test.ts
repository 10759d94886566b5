import { describe, expect, it } from "vitest";
import { inMemoryPostings } from "../in-memory/in-memory-postings.ts";
import type { PostingStore } from "../recall/posting-store.ts";
import { recallContract } from "./index.ts";

type Break = (inner: PostingStore) => Partial<PostingStore>;

const broken = (body: string) => body.replaceAll(/\\ud[89ab]../gu, "\ufffd");
const highest = Number.MAX_SAFE_INTEGER;

/** Stores that break one promise each. */
const stores: Record<string, Break> = {
  "adds a turn twice": (store) => ({
    state: async (chat, ids) => ({ ...(await store.state(chat, ids)), known: new Map() }),
  }),
  "ignores the epoch at an append": (store) => ({
    append: async (chat, batch) =>
      store.append(chat, { ...batch, epoch: (await store.state(chat, [])).epoch }),
  }),
  "ignores the epoch at a replacement": (store) => ({
    replace: async (chat, change) =>
      store.replace(chat, { ...change, epoch: (await store.state(chat, [])).epoch }),
  }),
  "appends to other numbers than were read": (store) => ({
    append: async (chat, batch) => {
      const { last, built } = await store.state(chat, []);
      return store.append(chat, { ...batch, after: last, builtBefore: built });
    },
  }),
  "mixes the terms of two analyzers": (store) => ({
    append: async (chat, batch) => {
      const { analyzer } = await store.state(chat, []);
      return store.append(chat, { ...batch, analyzer: analyzer || batch.analyzer });
    },
  }),
  "keeps old terms when it is built anew": (store) => ({
    append: (chat, batch) => store.append(chat, { ...batch, restart: false }),
  }),
  "never forgets": () => ({ forget: async () => {} }),
  "forgets what came after the forget, too": (store) => ({
    forget: async (chat, epoch) => {
      await store.forget(chat, highest);
      return store.forget(chat, epoch);
    },
  }),
  "forgets without a fence": (store) => ({
    state: async (chat, ids) => {
      const state = await store.state(chat, ids);
      return state.last === 0 ? { ...state, epoch: 0 } : state;
    },
    append: async (chat, batch) => {
      const { epoch } = await store.state(chat, []);
      return store.append(chat, { ...batch, epoch: Math.max(epoch, batch.epoch) });
    },
  }),
  "gives the oldest postings of a term": (store) => ({
    read: async (chat, terms, options) => {
      const state = await store.read(chat, terms, options);
      const lists = [...state.lists].map(([term, list]) => [term, list.slice(0, 500)] as const);
      return { ...state, lists: new Map(lists) };
    },
  }),
  "knows no sittings": (store) => ({
    read: (chat, terms) => store.read(chat, terms, { sittings: false }),
  }),
  "keeps a bounded number of turns, the oldest ones": (store) => ({
    append: async (chat, batch) =>
      (await store.state(chat, [])).last >= 300 ? "added" : store.append(chat, batch),
  }),
  "keeps postings of turns that it has dropped": (store) => {
    const ever = new Map<string, string>();
    return {
      append: (chat, batch) => {
        for (const [term, list] of batch.lists) ever.set(`${chat} ${term}`, list);
        return store.append(chat, batch);
      },
      read: async (chat, terms, options) => {
        const state = await store.read(chat, terms, options);
        const old = terms.flatMap((term) => {
          const list = ever.get(`${chat} ${term}`);
          return list === undefined || state.lists.has(term) ? [] : [[term, list] as const];
        });
        return { ...state, lists: new Map([...state.lists, ...old]) };
      },
    };
  },
  "leaves the words of a turn that was erased": (store) => ({
    replace: (chat, change) => store.replace(chat, { ...change, lists: new Map() }),
  }),
  "replaces a turn that has changed since": (store) => ({
    replace: async (chat, change) => {
      const held = (await store.texts(chat, [change.n])).get(change.n);
      return store.replace(chat, { ...change, before: held ?? change.before });
    },
  }),
  "erases the text alone and not the id": (store) => {
    const ids = new Map<string, number>();
    return {
      state: async (chat, asked) => {
        const state = await store.state(chat, asked);
        for (const [id, n] of state.known) ids.set(`${chat} ${id}`, n);
        const known = asked.flatMap((id) => {
          const n = ids.get(`${chat} ${id}`);
          return n === undefined ? [] : [[id, n] as const];
        });
        return { ...state, known: new Map(known) };
      },
    };
  },
  "mixes up chats whose ids look alike": (store) => ({
    append: (chat, batch) => store.append(chat.replaceAll(/\W/gu, ""), batch),
    state: (chat, ids) => store.state(chat.replaceAll(/\W/gu, ""), ids),
    read: (chat, terms, options) => store.read(chat.replaceAll(/\W/gu, ""), terms, options),
    texts: (chat, numbers) => store.texts(chat.replaceAll(/\W/gu, ""), numbers),
  }),
  "loses lone surrogates": (store) => ({
    texts: async (chat, numbers) => {
      const turns = [...(await store.texts(chat, numbers))];
      return new Map(turns.map(([n, turn]) => [n, { ...turn, body: broken(turn.body) }]));
    },
  }),
};

describe("the suite for recall fails a store that", () => {
  for (const [title, change] of Object.entries(stores)) {
    const cases = recallContract({
      async create(limits) {
        const inner = inMemoryPostings(limits);
        return { ...inner, ...change(inner) };
      },
    });
    it(title, async () => {
      const failed: string[] = [];
      for (const one of cases) await one.run().catch(() => failed.push(one.title));
      expect(failed).not.toEqual([]);
    });
  }
});
