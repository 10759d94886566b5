import { expect, it } from "vitest";

it("exports exactly these names", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "keepFull",
    "newestLog",
    "ownRedis",
    "ownRedisCluster",
    "randomPrefix",
    "rewriteLog",
    "startMtproxy",
    "startPostgres",
    "startRedis",
    "startSocks5",
    "testDisks",
    "testEngine",
    "testPostgres",
    "testRedis",
  ]);
});
