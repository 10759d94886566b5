import { expect, it } from "vitest";

it("exports these names, and no others", async () => {
  expect(Object.keys(await import("@tgmem/openrouter-test-server")).toSorted()).toEqual([
    "answer",
    "faults",
    "httpError",
    "modes",
    "slowly",
    "startOpenRouterServer",
    "streamed",
  ]);
});
