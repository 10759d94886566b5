import { expect, it } from "vitest";

it("exports exactly these names", async () => {
  expect(Object.keys(await import("@tgmem/queue")).toSorted()).toEqual([
    "QueueError",
    "backoffMs",
    "consume",
    "inMemoryQueue",
    "keepLeases",
  ]);
  expect(Object.keys(await import("@tgmem/queue/redis"))).toEqual(["redisQueue"]);
  expect(Object.keys(await import("@tgmem/queue/sqlite")).toSorted()).toEqual([
    "openSqlite",
    "sqliteQueue",
  ]);
  expect(Object.keys(await import("@tgmem/queue/testing"))).toEqual(["queueContract"]);
});
