import { expect, it } from "vitest";
import { isPassing } from "./redis-error.ts";

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
  expect(isPassing(new Error(words))).toBe(true);
});

it("knows what does not pass by itself", () => {
  expect(isPassing(new Error("WRONGTYPE Operation against a key"))).toBe(false);
  expect(isPassing(new Error("Connection is closed."))).toBe(false);
  expect(isPassing("OOM")).toBe(false);
});
