import { describe, expect, it } from "vitest";
import { archiveContract, windowStoreContract } from "../testing/index.ts";
import { inMemoryArchive } from "./in-memory-archive.ts";
import { say } from "../testing/store-kit.ts";
import { inMemoryStore } from "./in-memory-store.ts";

describe("the in-memory store", () => {
  for (const { title, run } of windowStoreContract({
    create: async (limits) => inMemoryStore(limits),
  }))
    it(title, run);

  it("knows the last thousand ids of a chat, and no older one", async () => {
    const store = inMemoryStore();
    await say(store, "42", 1_000);
    expect((await store.begin("42", "t1")).seen).toBe(1);
    await say(store, "42", 1, "one more ");
    expect((await store.begin("42", "t1")).seen).toBeNull();
    expect((await store.begin("42", "t2")).seen).toBe(2);
  });

  it("keeps the time of its own clock", async () => {
    const store = inMemoryStore({ now: () => 4_711 });
    await say(store, "42", 1);
    expect((await store.begin("42", "t1")).turns).toMatchObject([{ atMs: 4_711 }]);
  });
});

describe("the in-memory archive", () => {
  for (const { title, run } of archiveContract({ create: async () => inMemoryArchive() }))
    it(title, run);
});
