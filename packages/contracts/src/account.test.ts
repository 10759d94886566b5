import { expect, it } from "vitest";
import { publishReceiverAccount, readReceiverAccount } from "./index.ts";

it("tells the sender the account of the receiver, and that it has never run", async () => {
  const keys = new Map<string, string>();
  const redis = {
    get: async (key: string) => keys.get(key) ?? null,
    set: async (key: string, value: string) => void keys.set(key, value),
  };
  expect(await readReceiverAccount(redis)).toBeNull();
  await publishReceiverAccount(redis, "999");
  expect(await readReceiverAccount(redis)).toBe("999");
});
