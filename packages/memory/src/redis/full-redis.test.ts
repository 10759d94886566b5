import { ownRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, beforeEach, expect, it } from "vitest";
import { amendment, change, read, say, turn } from "../testing/store-kit.ts";
import { redisStore } from "./redis-store.ts";

const server = await ownRedis({ appendonly: false });
const redis = new Redis(server.url, { lazyConnect: server.missing });
let spaces = 0;

beforeEach(async (context) => {
  context.skip(server.missing, "no redis-server");
  await redis.config("SET", "maxmemory-policy", "noeviction");
  await redis.config("SET", "maxmemory", "0");
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

/** A chat of two turns, which a full Redis has no room to go on with. */
async function full() {
  const store = redisStore(redis, { namespace: `full-${spaces++}` });
  await say(store, "42", 2);
  const state = await read(store, "42");
  await redis.config("SET", "maxmemory", "1");
  await expect(store.commit("42", turn("t3"))).rejects.toMatchObject({
    code: "store_unavailable",
    retryable: true,
  });
  return { store, state };
}

it("keeps nothing of a turn that it has no room for", async () => {
  const { store, state } = await full();
  expect(await store.begin("42", "t3")).toEqual(state);
});

it("forgets a chat, and knows the request again", async () => {
  const { store } = await full();
  const { epoch } = await store.forget("42", "r1");
  expect(await read(store, "42")).toMatchObject({ epoch, seq: 0, turns: [] });
  expect(await store.forget("42", "r1")).toEqual({ epoch, unchanged: true });
});

it("forgets a chat that it does not know", async () => {
  const { store } = await full();
  expect(await store.forget("43", "r1")).toMatchObject({ unchanged: false });
});

it("applies a summary, which lets turns go", async () => {
  const { store, state } = await full();
  expect(await store.apply("42", change(state, 2))).toBe("applied");
  expect(await read(store, "42")).toMatchObject({ version: 1, watermark: 2 });
});

it("takes a turn back, because that makes room", async () => {
  const { store, state } = await full();
  const undo = amendment(state, 2, "e1", { user: "", assistant: "" });
  expect(await store.amend("42", undo)).toBe("amended");
  expect((await store.begin("42", "e1")).seen).toBe(2);
});
