import { expect, it } from "vitest";
import { isThere, namedPaths } from "./paths.ts";

const files = ["apps/receiver/src/receive.ts", "packages/queue/src/redis/scripts/take.ts"];

it("finds the paths that a text names, and not its other code", () => {
  const text = [
    "`receive.ts` and `packages/queue/src/redis` hold `leaseMs`, `and/or`, `*.test.ts`.",
    "```",
    "`fenced.ts`",
    "```",
    "`apps/{a,b}/main.ts`",
  ].join("\n");
  expect(namedPaths(text, ["apps", "packages"])).toEqual([
    { path: "receive.ts", line: 1 },
    { path: "packages/queue/src/redis", line: 1 },
    { path: "apps/a/main.ts", line: 5 },
    { path: "apps/b/main.ts", line: 5 },
  ]);
});

it.each(["receive.ts", "apps/receiver", "redis/scripts", "apps/*/src/receive.ts"])(
  "knows that %s is there",
  (path) => {
    expect(isThere(path, files)).toBe(true);
  },
);

it.each(["take.lua", "receive", "apps/sender", "eive.ts"])("misses %s", (path) => {
  expect(isThere(path, files)).toBe(false);
});
