import { expect, it } from "vitest";

const namesOf = (module: object) => new Set(Object.keys(module));

it("exports exactly these names", async () => {
  expect(namesOf(await import("@tgmem/memory"))).toEqual(
    new Set(["MemoryError", "createMemory", "inMemoryArchive", "inMemoryStore"]),
  );
  expect(namesOf(await import("@tgmem/memory/redis"))).toEqual(new Set(["redisStore"]));
  expect(namesOf(await import("@tgmem/memory/sqlite"))).toEqual(
    new Set(["openSqlite", "sqliteArchive", "sqliteStore"]),
  );
  expect(namesOf(await import("@tgmem/memory/testing"))).toEqual(
    new Set([
      "archiveContract",
      "archiveRecord",
      "cannedSummarizer",
      "faultyArchive",
      "windowStoreContract",
    ]),
  );
});
