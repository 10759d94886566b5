import { publishReceiverAccount } from "@tgmem/contracts";
import { expect, it } from "vitest";
import { AccountMismatch, isSameAccount, waitForSameAccount } from "./same-account.ts";

function store() {
  const keys = new Map<string, string>();
  return {
    keys,
    get: async (key: string) => keys.get(key) ?? null,
    set: async (key: string, value: string) => {
      keys.set(key, value);
      return "OK" as const;
    },
  };
}
const signal = new AbortController().signal;
const quick = { signal, waitMs: 20, everyMs: 1 };

it("agrees when the receiver is logged in to the same account, or never was", async () => {
  const redis = store();
  await waitForSameAccount(redis, "999", quick);
  await publishReceiverAccount(redis, "999");
  await waitForSameAccount(redis, "999", quick);
});

it("refuses when the receiver is logged in to another account, and names both", async () => {
  const redis = store();
  await publishReceiverAccount(redis, "888");
  const refused = waitForSameAccount(redis, "999", quick);
  await expect(refused).rejects.toThrow(AccountMismatch);
  await expect(refused).rejects.toThrow("logged in as 999, the receiver as 888");
});

it("waits for a receiver that is being started with the new account", async () => {
  const redis = store();
  await publishReceiverAccount(redis, "888");
  let looks = 0;
  const get = async (key: string) => {
    if (++looks === 3) await publishReceiverAccount(redis, "999");
    return redis.get(key);
  };
  await waitForSameAccount({ ...redis, get }, "999", { ...quick, waitMs: 10_000 });
  expect(looks).toBe(3);
});

it("notices that the receiver was logged in to another account meanwhile", async () => {
  const redis = store();
  await publishReceiverAccount(redis, "999");
  expect(await isSameAccount(redis, "999")).toBe(true);
  await publishReceiverAccount(redis, "888");
  expect(await isSameAccount(redis, "999")).toBe(false);
});

const never = () => new Promise<never>(() => {});

it("ends when the process stops, although Redis never answers", async () => {
  const stop = new AbortController();
  const waiting = waitForSameAccount({ get: never }, "999", { signal: stop.signal });
  stop.abort();
  await waiting;
});

it("looks again while Redis gives no answer", async () => {
  const redis = store();
  await publishReceiverAccount(redis, "999");
  let looks = 0;
  const get = (key: string) => (++looks < 3 ? never() : redis.get(key));
  await waitForSameAccount({ get }, "999", { ...quick, lookMs: 1 });
  expect(looks).toBe(3);
});
