import { expect, it } from "vitest";
import { passingCode } from "./redis-error.ts";

it.each([
  "LOADING Redis is loading the dataset in memory",
  "BUSY Redis is busy running a script",
  "MASTERDOWN Link with MASTER is down",
  "CLUSTERDOWN The cluster is down",
  "TRYAGAIN Multiple keys request during rehashing of slot",
  "READONLY You can't write against a read only replica",
  "NOREPLICAS Not enough good replicas to write",
  "MISCONF Redis is configured to save RDB snapshots",
  "OOM command not allowed when used memory > 'maxmemory'",
])("knows that the same command works later: %s", (words) => {
  expect(passingCode(new Error(words))).toBe(words.split(" ")[0]);
});

it("knows what does not pass by itself", () => {
  expect(passingCode(new Error("WRONGTYPE Operation against a key"))).toBeUndefined();
  expect(passingCode(new Error("Connection is closed."))).toBeUndefined();
  expect(passingCode("OOM")).toBeUndefined();
});
