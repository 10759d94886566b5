import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import { inMemoryForgetMarks, isForgotten, redisForgetMarks } from "../index.ts";

const server = await testRedis();
const redis = new Redis(server.url, { lazyConnect: server.missing });
afterAll(() => redis.disconnect());

const said = (id: string, sentAtMs: number, editedAtMs?: number) => ({
  id,
  body: { sentAtMs, text: "hello", ...(editedAtMs !== undefined && { editedAtMs }) },
});

describe("what was said before a chat was forgotten", () => {
  const mark = { atMs: 5_000, id: "tg:9:42:7" };

  it.each([
    ["a message before", said("tg:9:42:6", 4_000), true],
    ["a message before, of the same second", said("tg:9:42:6", 5_000), true],
    ["a message after, of the same second", said("tg:9:42:8", 5_000), false],
    ["a message after", said("tg:9:42:8", 6_000), false],
    ["an edit before", said("tg:9:42:6:4000-ab", 4_000, 4_000), true],
    ["an edit after, of a message before", said("tg:9:42:6:9000-ab", 4_000, 9_000), false],
    [
      "an edit of a message after, of the same second",
      said("tg:9:42:8:5000-ab", 5_000, 5_000),
      false,
    ],
    ["what has an id of another kind, before", said("enqueued", 4_000), true],
    ["what has an id of another kind, after", said("enqueued", 6_000), false],
    ["the /forget itself", { id: "tg:9:42:7", body: { sentAtMs: 5_000, text: "/forget" } }, false],
  ])("is told of %s", (_, message, before) => {
    expect(isForgotten(message, mark)).toBe(before);
    expect(isForgotten(message, undefined)).toBe(false);
  });
});

const places = [
  { name: "in one process", skip: false, open: inMemoryForgetMarks },
  { name: "in Redis", skip: server.missing, open: () => redisForgetMarks(redis) },
];

describe.each(places)("$name", ({ skip, open }) => {
  it.skipIf(skip)("keeps the newest mark of each chat", async () => {
    const [anna, ben] = [`${randomPrefix()}1`, `${randomPrefix()}2`];
    const marks = open();
    expect(await marks.of(anna)).toBeUndefined();
    await marks.set(anna, { atMs: 1, id: "admin:1" });
    await marks.set(anna, { atMs: 2, id: "tg:9:42:7" });
    expect(await marks.of(anna)).toEqual({ atMs: 2, id: "tg:9:42:7" });
    expect(await marks.of(ben)).toBeUndefined();
  });
});

it.skipIf(server.missing)("lets a mark go when no dead letter is kept any more", async () => {
  const chat = `${randomPrefix()}3`;
  await redisForgetMarks(redis).set(chat, { atMs: 1, id: "a" });
  const ms = await redis.pttl(`tgmem:forgotten:${chat}`);
  expect(ms).toBeGreaterThan(29.9 * 86_400_000);
  expect(ms).toBeLessThanOrEqual(30 * 86_400_000);
});
