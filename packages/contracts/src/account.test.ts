import { expect, it } from "vitest";
import { shareAccount } from "./index.ts";

it("tells each log-in the account of the other one", async () => {
  const keys = new Map<string, string>();
  const redis = {
    get: async (key: string) => keys.get(key) ?? null,
    set: async (key: string, value: string) => void keys.set(key, value),
  };
  expect(await shareAccount(redis, "receiver", "999")).toBeNull();
  expect(await shareAccount(redis, "sender", "888")).toBe("999");
  expect(await shareAccount(redis, "receiver", "999")).toBe("888");
});
