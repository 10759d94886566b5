import { expect, it } from "vitest";

it("exports exactly these names", async () => {
  expect(Object.keys(await import("./index.ts")).toSorted()).toEqual([
    "EngineError",
    "connectEngine",
    "createHeartbeats",
    "servedWorkflows",
    "startWorker",
    "starter",
  ]);
});
