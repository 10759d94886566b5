import { expect, it } from "vitest";

const namesOf = (module: object) => new Set(Object.keys(module));

it("exports exactly these names", async () => {
  expect(namesOf(await import("@tgmem/memory"))).toEqual(
    new Set([
      "MemoryError",
      "createMemory",
      "analyzer",
      "inMemoryPostings",
      "recallIndex",
      "inMemoryArchive",
      "inMemoryStore",
    ]),
  );
  expect(namesOf(await import("@tgmem/memory/redis"))).toEqual(
    new Set(["dumpChats", "loadChats", "redisPostings", "redisStore"]),
  );
  expect(namesOf(await import("@tgmem/memory/sqlite"))).toEqual(
    new Set([
      "dumpChats",
      "loadChats",
      "openSqlite",
      "sqlitePostings",
      "sqliteArchive",
      "sqliteStore",
    ]),
  );
  expect(namesOf(await import("@tgmem/memory/testing"))).toEqual(
    new Set([
      "archiveContract",
      "archiveRecord",
      "cannedSummarizer",
      "faultyArchive",
      "recallContract",
      "windowStoreContract",
    ]),
  );
});
