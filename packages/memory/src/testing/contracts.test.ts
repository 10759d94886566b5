import { describe, expect, it } from "vitest";
import type { SummaryArchive } from "../archive.ts";
import { inMemoryArchive } from "../in-memory/in-memory-archive.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import type { WindowStore } from "../store.ts";
import { archiveContract, type ContractCase, windowStoreContract } from "./index.ts";

async function broken(cases: readonly ContractCase[]): Promise<string[]> {
  const titles: string[] = [];
  for (const { title, run } of cases) await run().catch(() => titles.push(title));
  return titles;
}

type Break<T> = (inner: T) => Partial<T>;

function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { [key]: _left, ...rest } = whole;
  return rest;
}

const stores: Record<string, Break<WindowStore>> = {
  "commits a turn twice": (store) => ({
    commit: (chat, turn) =>
      store.commit(chat, { ...turn, turnId: `${turn.turnId}${Math.random()}` }),
  }),
  "answers a duplicate with the newest seq": (store) => ({
    async commit(chat, turn) {
      const done = await store.commit(chat, turn);
      return done.status === "duplicate"
        ? { ...done, seq: (await store.begin(chat, "")).seq }
        : done;
    },
  }),
  "ignores the epoch at commit": (store) => ({
    commit: async (chat, turn) =>
      store.commit(chat, { ...turn, epoch: (await store.begin(chat, "")).epoch }),
  }),
  "ignores the epoch at apply": (store) => ({
    apply: async (chat, change) =>
      store.apply(chat, {
        ...change,
        ...(({ epoch, incarnation }) => ({ epoch, incarnation }))(await store.begin(chat, "")),
      }),
  }),
  "ignores the version at apply": (store) => ({
    apply: async (chat, change) =>
      store.apply(chat, { ...change, version: (await store.begin(chat, "")).version }),
  }),
  "ignores the incarnation at apply": (store) => ({
    apply: async (chat, change) =>
      store.apply(chat, { ...change, incarnation: (await store.begin(chat, "")).incarnation }),
  }),
  "hydrates its own record": (store) => ({
    hydrate: (chat, record) => store.hydrate(chat, { ...record, incarnation: "other" }),
  }),
  "forgets again at a repeated request": (store) => ({
    forget: (chat, requestId) => store.forget(chat, `${requestId}${Math.random()}`),
  }),
  "counts epochs from one": (store) => ({
    async forget(chat, requestId) {
      const { epoch, unchanged } = await store.forget(chat, requestId);
      return { epoch: epoch % 1000, unchanged };
    },
  }),
  "does not say that a request to forget was done before": (store) => ({
    forget: async (chat, requestId, options) => ({
      ...(await store.forget(chat, requestId, options)),
      unchanged: false,
    }),
  }),
  "begins a lower epoch than it was asked for": (store) => ({
    forget: (chat, requestId) => store.forget(chat, requestId),
  }),
  "keeps what is said off the record": (store) => ({
    pause: async () => {},
    commit: (chat, turn) => store.commit(chat, turn),
  }),
  "goes back on the record when it forgets": (store) => ({
    async forget(chat, requestId, options) {
      await store.pause(chat, false);
      return store.forget(chat, requestId, options);
    },
  }),
  "does not add up what turns took": (store) => ({
    commit: (chat, turn) => store.commit(chat, without(turn, "usage")),
  }),
  "keeps what is pending where nobody summarizes": (store) => ({
    commit: (chat, turn) => store.commit(chat, without(turn, "keeps")),
  }),
  "moves the watermark with a dropped turn": (store) => ({
    async begin(chat, turnId) {
      const state = await store.begin(chat, turnId);
      return { ...state, watermark: state.watermark + state.dropped };
    },
  }),
  "takes a summary that covers nothing new": (store) => ({
    apply: (chat, change) => store.apply(chat, { ...change, corrects: true }),
  }),
  "refuses a correction": (store) => ({
    apply: (chat, change) => store.apply(chat, without(change, "corrects")),
  }),
  "replaces a text that it was not told to replace": (store) => ({
    hydrate: (chat, record) => store.hydrate(chat, record, { replace: true }),
  }),
  "never replaces a text": (store) => ({
    hydrate: (chat, record) => store.hydrate(chat, record),
  }),
  "answers with a turn that was undone": (store) => ({
    async commit(chat, turn) {
      const done = await store.commit(chat, turn);
      return done.status === "duplicate" ? { ...done, answer: done.answer ?? "" } : done;
    },
  }),
  "forgets who said a turn": (store) => ({
    commit: (chat, turn) => store.commit(chat, without(turn, "speaker")),
  }),
  "lists the first page alone": (store) => ({
    list: async (options) => ({ ...(await store.list(options)), cursor: null }),
  }),
  "lists chats that were forgotten": (store) => {
    const ever = new Set<string>();
    return {
      commit: (chat, turn) => (ever.add(chat), store.commit(chat, turn)),
      list: async () => ({
        chats: [...ever].map((chat) => ({ chat, pending: 1, lastAtMs: Date.now() })),
        cursor: null,
      }),
    };
  },
  "trims pending turns to the window": (store) => ({
    async begin(chat, turnId) {
      const state = await store.begin(chat, turnId);
      return { ...state, turns: state.turns.slice(-3) };
    },
  }),
  "mixes up chats whose ids look alike": (store) => ({
    begin: (chat, turnId) => store.begin(chat.replaceAll(/\W/g, ""), turnId),
    commit: (chat, turn) => store.commit(chat.replaceAll(/\W/g, ""), turn),
    forget: (chat, requestId) => store.forget(chat.replaceAll(/\W/g, ""), requestId),
  }),
  "amends a turn that has changed since": (store) => ({
    async amend(chat, change) {
      const { turns } = await store.begin(chat, "");
      const kept = turns.find(({ seq }) => seq === change.seq);
      const { seq: _, atMs: __, ...before } = kept ?? { ...change.before, seq: 0, atMs: 0 };
      return store.amend(chat, { ...change, before });
    },
  }),
  "ignores the epoch at an amendment": (store) => ({
    amend: async (chat, change) =>
      store.amend(chat, { ...change, epoch: (await store.begin(chat, "")).epoch }),
  }),
  "applies an edit twice": (store) => ({
    amend: (chat, change) =>
      store.amend(chat, { ...change, editId: `${change.editId}${Math.random()}` }),
  }),
  "does not know the parts of a turn again": (store) => ({
    commit: (chat, { turnId, user: said, assistant, epoch }) =>
      store.commit(chat, { turnId, user: said, assistant, epoch }),
  }),
  "gives a part to the last turn that has it": (store) => {
    const own = new Map<string, number>();
    return {
      async begin(chat, turnId) {
        const state = await store.begin(chat, turnId);
        return { ...state, seen: own.get(`${chat} ${turnId}`) ?? state.seen };
      },
      async commit(chat, turn) {
        const done = await store.commit(chat, turn);
        if (done.status === "committed")
          for (const { id } of turn.parts ?? []) own.set(`${chat} ${id}`, done.seq);
        return done;
      },
    };
  },
  "loses lone surrogates": (store) => ({
    commit: (chat, turn) => store.commit(chat, { ...turn, user: turn.user.toWellFormed() }),
  }),
};

const archives: Record<string, Break<SummaryArchive>> = {
  "overwrites whatever it holds": (archive) => ({
    async save(chat, record, options) {
      await archive.erase(chat, { epoch: Number.MAX_SAFE_INTEGER });
      return archive.save(chat, record, options);
    },
  }),
  "erases newer epochs, too": (archive) => ({
    erase: (chat) => archive.erase(chat, { epoch: Number.MAX_SAFE_INTEGER }),
  }),
  "never erases": () => ({ erase: async () => {} }),
  "answers saved without saving": () => ({ save: async () => "saved" }),
  "drops a field": (archive) => ({
    async load(chat, options) {
      const record = await archive.load(chat, options);
      return record && { ...record, incarnation: "" };
    },
  }),
  "does not listen to the signal": (archive) => ({
    load: (chat) => archive.load(chat),
    save: (chat, record, { expectVersion }) => archive.save(chat, record, { expectVersion }),
    erase: (chat, { epoch }) => archive.erase(chat, { epoch }),
  }),
};

describe("the suite for stores fails a store that", () => {
  for (const [title, change] of Object.entries(stores)) {
    const cases = windowStoreContract({
      async create(limits) {
        const inner = inMemoryStore(limits);
        return { ...inner, ...change(inner) };
      },
    });
    it(title, async () => {
      expect(await broken(cases)).not.toEqual([]);
    });
  }
});

describe("the suite for archives fails an archive that", () => {
  for (const [title, change] of Object.entries(archives)) {
    const cases = archiveContract({
      async create() {
        const inner = inMemoryArchive();
        return { ...inner, ...change(inner) };
      },
    });
    it(title, async () => {
      expect(await broken(cases)).not.toEqual([]);
    });
  }
});
