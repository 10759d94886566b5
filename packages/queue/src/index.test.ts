import { expect, it } from "vitest";

it("exports exactly these names", async () => {
  expect(Object.keys(await import("@tgmem/queue")).toSorted()).toEqual([
    "QueueError",
    "backoffMs",
    "consume",
    "inMemoryQueue",
    "keepLeases",
  ]);
  expect(Object.keys(await import("@tgmem/queue/redis")).toSorted()).toEqual([
    "dumpQueue",
    "loadQueue",
    "redisQueue",
  ]);
  expect(Object.keys(await import("@tgmem/queue/sqlite")).toSorted()).toEqual([
    "dumpQueue",
    "loadQueue",
    "openSqlite",
    "sqliteQueue",
  ]);
  expect(Object.keys(await import("@tgmem/queue/testing"))).toEqual(["queueContract"]);
});
