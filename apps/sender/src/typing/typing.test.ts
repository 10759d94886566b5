import { markAnswering, placeName } from "@tgmem/contracts";
import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { type AnsweringChat, redisAnsweringChats } from "./answering-chats.ts";
import { createTyping } from "./typing.ts";

function setup(whitelist: ReadonlySet<string> | null = null) {
  const chats: string[] = [];
  const state = { time: 1_000_000, marks: [] as AnsweringChat[], whileLooking: () => {} };
  const typing = createTyping({
    telegram: {
      typing: async (chatId, { topicId } = {}) => void chats.push(placeName({ chatId, topicId })),
    },
    answeringChats: {
      async list() {
        const marks = [...state.marks];
        state.whileLooking();
        return marks;
      },
      deleteExpired: async () => {},
    },
    whitelist,
    now: () => state.time,
  });
  const mark = (chatId: string, forMs = 120_000): AnsweringChat => ({
    chatId,
    untilMs: state.time + forMs,
  });
  return { chats, state, typing, mark };
}

it("shows the sign at once, again every four seconds, and no more when the answer is made", async () => {
  const { chats, state, typing, mark } = setup();
  state.marks = [mark("42"), mark("-7")];
  await typing.tick();
  expect(chats).toEqual(["42", "-7"]);
  for (let second = 1; second <= 8; second++) {
    state.time += 1_000;
    await typing.tick();
  }
  expect(chats).toHaveLength(6);
  state.marks = [];
  state.time += 4_000;
  await typing.tick();
  expect(chats).toHaveLength(6);
});

it("shows it in the topic that is answered, and ends it there alone", async () => {
  const { chats, state, typing, mark } = setup();
  state.marks = [
    { ...mark("-7"), topicId: 5 },
    { ...mark("-7"), topicId: 6 },
  ];
  await typing.tick();
  expect(chats.splice(0)).toEqual(["-7/5", "-7/6"]);
  state.whileLooking = () => typing.answered({ chatId: "-7", topicId: 5 });
  state.time += 4_000;
  await typing.tick();
  expect(chats).toEqual(["-7/6"]);
});

it("ends by itself when the mark runs out, because a worker may die", async () => {
  const { chats, state, typing, mark } = setup();
  state.marks = [mark("42", 3_000)];
  await typing.tick();
  state.time += 4_000;
  await typing.tick();
  expect(chats).toEqual(["42"]);
});

it("shows it for two minutes at most, however long the mark says", async () => {
  const { chats, state, typing, mark } = setup();
  state.marks = [mark("42", 1e12)];
  for (let second = 0; second < 300; second++) {
    await typing.tick();
    state.time += 1_000;
  }
  expect(chats).toHaveLength(30);
});

it("shows it at once again for the next message of a chat that was answered", async () => {
  const { chats, state, typing, mark } = setup();
  state.marks = [mark("42")];
  await typing.tick();
  typing.answered({ chatId: "42" });
  state.time += 1_000;
  await typing.tick();
  expect(chats).toEqual(["42", "42"]);
});

it("does not show it behind an answer that was sent while it looked", async () => {
  const { chats, state, typing, mark } = setup();
  state.marks = [mark("42")];
  state.whileLooking = () => typing.answered({ chatId: "42" });
  await typing.tick();
  expect(chats).toEqual([]);
});

it("shows nothing to chats that are not listed", async () => {
  const { chats, state, typing, mark } = setup(new Set(["42"]));
  state.marks = [mark("42"), mark("43")];
  await typing.tick();
  expect(chats).toEqual(["42"]);
});

it("goes on when it could not look, and stops with the signal", async () => {
  const errors: unknown[] = [];
  const stop = new AbortController();
  const typing = createTyping({
    telegram: { typing: async () => {} },
    answeringChats: {
      list: () => Promise.reject(new Error("away")),
      deleteExpired: async () => {},
    },
    whitelist: null,
    onError: (error) => {
      errors.push(error);
      if (errors.length === 2) stop.abort();
    },
  });
  await typing.run({ signal: stop.signal });
  expect(errors).toHaveLength(2);
});

const server = await testRedis();
describe.skipIf(server.missing)("what the workers mark", () => {
  it("is seen until it is taken away or runs out, and nothing is left behind", async () => {
    const redis = new Redis(server.url);
    const key = `${randomPrefix()}:answering`;
    const onKey = {
      zadd: (_: string, score: number, member: string) => redis.zadd(key, score, member),
      zrem: (_: string, member: string) => redis.zrem(key, member),
    };
    let time = Date.now();
    const chats = redisAnsweringChats(redis, { key, now: () => time });
    const seen = async () => (await chats.list({ limit: 10 })).map(placeName);
    const done = markAnswering(onKey, { chatId: "42" }, { now: () => time });
    markAnswering(onKey, { chatId: "-7", topicId: 5 }, { now: () => time - 1 });
    await redis.zadd(key, time + 1_000, "no chat");
    expect((await seen()).toSorted()).toEqual(["-7/5", "42"]);
    done();
    expect(await seen()).toEqual(["-7/5"]);
    time += 120_000;
    expect(await seen()).toEqual([]);
    await chats.deleteExpired();
    expect(await redis.exists(key)).toBe(0);
    redis.disconnect();
  });

  it("costs nobody an answer when Redis is away", async () => {
    const away = {
      zadd: () => Promise.reject(new Error("away")),
      zrem: () => Promise.reject(new Error("away")),
    };
    expect(() => markAnswering(away, { chatId: "42" })()).not.toThrow();
  });
});
