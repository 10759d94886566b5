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

const stores: Record<string, Break<WindowStore>> = {
  "commits a turn twice": (store) => ({
    commit: (user, turn) =>
      store.commit(user, { ...turn, turnId: `${turn.turnId}${Math.random()}` }),
  }),
  "answers a duplicate with the newest seq": (store) => ({
    async commit(user, turn) {
      const done = await store.commit(user, turn);
      return done.status === "duplicate"
        ? { ...done, seq: (await store.begin(user, "")).seq }
        : done;
    },
  }),
  "ignores the epoch at commit": (store) => ({
    commit: async (user, turn) =>
      store.commit(user, { ...turn, epoch: (await store.begin(user, "")).epoch }),
  }),
  "ignores the epoch at apply": (store) => ({
    apply: async (user, change) =>
      store.apply(user, {
        ...change,
        ...(({ epoch, incarnation }) => ({ epoch, incarnation }))(await store.begin(user, "")),
      }),
  }),
  "ignores the version at apply": (store) => ({
    apply: async (user, change) =>
      store.apply(user, { ...change, version: (await store.begin(user, "")).version }),
  }),
  "ignores the incarnation at apply": (store) => ({
    apply: async (user, change) =>
      store.apply(user, { ...change, incarnation: (await store.begin(user, "")).incarnation }),
  }),
  "hydrates its own record": (store) => ({
    hydrate: (user, record) => store.hydrate(user, { ...record, incarnation: "other" }),
  }),
  "forgets again at a repeated request": (store) => ({
    forget: (user, requestId) => store.forget(user, `${requestId}${Math.random()}`),
  }),
  "counts epochs from one": (store) => ({
    forget: async (user, requestId) => ({
      epoch: (await store.forget(user, requestId)).epoch % 1000,
    }),
  }),
  "trims pending turns to the window": (store) => ({
    async begin(user, turnId) {
      const state = await store.begin(user, turnId);
      return { ...state, turns: state.turns.slice(-3) };
    },
  }),
  "mixes up people whose ids look alike": (store) => ({
    begin: (user, turnId) => store.begin(user.replaceAll(/\W/g, ""), turnId),
    commit: (user, turn) => store.commit(user.replaceAll(/\W/g, ""), turn),
    forget: (user, requestId) => store.forget(user.replaceAll(/\W/g, ""), requestId),
  }),
  "amends a turn that has changed since": (store) => ({
    async amend(user, change) {
      const { turns } = await store.begin(user, "");
      const kept = turns.find(({ seq }) => seq === change.seq);
      const { seq: _, atMs: __, ...before } = kept ?? { ...change.before, seq: 0, atMs: 0 };
      return store.amend(user, { ...change, before });
    },
  }),
  "ignores the epoch at an amendment": (store) => ({
    amend: async (user, change) =>
      store.amend(user, { ...change, epoch: (await store.begin(user, "")).epoch }),
  }),
  "applies an edit twice": (store) => ({
    amend: (user, change) =>
      store.amend(user, { ...change, editId: `${change.editId}${Math.random()}` }),
  }),
  "does not know the parts of a turn again": (store) => ({
    commit: (user, { turnId, user: said, assistant, epoch }) =>
      store.commit(user, { turnId, user: said, assistant, epoch }),
  }),
  "gives a part to the last turn that has it": (store) => {
    const own = new Map<string, number>();
    return {
      async begin(user, turnId) {
        const state = await store.begin(user, turnId);
        return { ...state, seen: own.get(`${user} ${turnId}`) ?? state.seen };
      },
      async commit(user, turn) {
        const done = await store.commit(user, turn);
        if (done.status === "committed")
          for (const { id } of turn.parts ?? []) own.set(`${user} ${id}`, done.seq);
        return done;
      },
    };
  },
  "loses lone surrogates": (store) => ({
    commit: (user, turn) => store.commit(user, { ...turn, user: turn.user.toWellFormed() }),
  }),
};

const archives: Record<string, Break<SummaryArchive>> = {
  "overwrites whatever it holds": (archive) => ({
    async save(user, record, options) {
      await archive.erase(user, { epoch: Number.MAX_SAFE_INTEGER });
      return archive.save(user, record, options);
    },
  }),
  "erases newer epochs, too": (archive) => ({
    erase: (user) => archive.erase(user, { epoch: Number.MAX_SAFE_INTEGER }),
  }),
  "never erases": () => ({ erase: async () => {} }),
  "answers saved without saving": () => ({ save: async () => "saved" }),
  "drops a field": (archive) => ({
    async load(user, options) {
      const record = await archive.load(user, options);
      return record && { ...record, incarnation: "" };
    },
  }),
  "does not listen to the signal": (archive) => ({
    load: (user) => archive.load(user),
    save: (user, record, { expectVersion }) => archive.save(user, record, { expectVersion }),
    erase: (user, { epoch }) => archive.erase(user, { epoch }),
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
