import { expect, it } from "vitest";
import { MemoryError } from "../errors.ts";
import { inMemoryStore } from "../in-memory/in-memory-store.ts";
import { guardStore } from "./guarded-store.ts";

const guarded = (begin: () => Promise<never>) =>
  guardStore({ ...inMemoryStore(), begin }, { timeoutMs: 10_000 });

it("tells whatever a store throws as a failure of the store, with its cause", async () => {
  const cause = new TypeError("no connection");
  const store = guarded(() => Promise.reject(cause));
  await expect(store.begin("42", "")).rejects.toMatchObject({
    code: "store_unavailable",
    retryable: true,
    cause,
  });
});

it("tells that a failure is for good, where the store says so", async () => {
  const cause = Object.assign(new Error("no permission"), { retryable: false });
  const store = guarded(() => Promise.reject(cause));
  await expect(store.begin("42", "")).rejects.toMatchObject({ cause, retryable: false });
});

it("hands on the errors of a store that are ours", async () => {
  const own = new MemoryError("store_unavailable", "damaged", { retryable: false });
  await expect(guarded(() => Promise.reject(own)).begin("42", "")).rejects.toBe(own);
});

it("rejects with the reason of a caller that has gone", async () => {
  const caller = new AbortController();
  const store = guarded(() => new Promise<never>(() => {}));
  const asking = store.begin("42", "", { signal: caller.signal });
  const reason = new Error("gone");
  caller.abort(reason);
  await expect(asking).rejects.toBe(reason);
});

it("hands on what else a store is told: to replace a text, how high an epoch, where a list goes on", async () => {
  const calls: unknown[] = [];
  const store = guardStore(
    {
      ...inMemoryStore(),
      hydrate: async (_, __, options) => (calls.push(options?.replace), "hydrated"),
      forget: async (_, __, options) => (
        calls.push(options?.atLeast),
        { epoch: 1, unchanged: false }
      ),
      list: async ({ limit, cursor }) => (calls.push(limit, cursor), { chats: [], cursor: null }),
    },
    { timeoutMs: 10_000 },
  );
  const record = { epoch: 0, incarnation: "x", version: 1, coversThrough: 1, summary: "One." };
  await store.hydrate("42", record, { replace: true });
  await store.forget("42", "r1", { atLeast: 7 });
  await store.list({ limit: 5, cursor: "c" });
  expect(calls).toEqual([true, 7, 5, "c"]);
});
