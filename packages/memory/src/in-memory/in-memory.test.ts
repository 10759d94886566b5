import { describe, it } from "vitest";
import { archiveContract, windowStoreContract } from "../testing/index.ts";
import { inMemoryArchive } from "./in-memory-archive.ts";
import { inMemoryStore } from "./in-memory-store.ts";

describe("the in-memory store", () => {
  for (const { title, run } of windowStoreContract({
    create: async (limits) => inMemoryStore(limits),
  }))
    it(title, run);
});

describe("the in-memory archive", () => {
  for (const { title, run } of archiveContract({ create: async () => inMemoryArchive() }))
    it(title, run);
});
