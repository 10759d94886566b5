import { Draft, draftsChannel, type InboundMessage } from "@tgmem/contracts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createDrafts } from "./drafts.ts";

const message: InboundMessage = {
  v: 1,
  chatId: "-7",
  userId: "42",
  topicId: 5,
  messageId: 3,
  text: "hello",
  sentAtMs: 1,
};
const sentence = "Once upon a time there was a mouse in a house.";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A Redis that may be away or slow, and one answer that is told there. */
function setup() {
  const told: {
    readonly atMs: number;
    readonly text: string | undefined;
    readonly draft: Draft;
  }[] = [];
  const startedAtMs = Date.now();
  const redis = {
    status: "ready",
    /** How a publish goes on. */
    publishes: async (): Promise<unknown> => 1,
    async publish(channel: string, body: string) {
      expect(channel).toBe(draftsChannel);
      const draft = Draft.parse(JSON.parse(body));
      told.push({ atMs: Date.now() - startedAtMs, text: draft.answer?.text, draft });
      return redis.publishes();
    },
  };
  const stop = new AbortController();
  const answer = createDrafts(redis)("id", message, stop);
  return {
    redis,
    stop,
    answer,
    told,
    texts: () => told.map(({ text }) => text),
    times: () => told.map(({ atMs }) => atMs),
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("is told as what would be sent now: to the message in its group, in its topic", async () => {
  const { answer, told } = setup();
  answer.heard(sentence);
  await pass(200);
  expect(told[0]?.draft).toEqual({
    v: 1,
    id: "id",
    answer: {
      v: 1,
      chatId: "-7",
      userId: "42",
      topicId: 5,
      replyToMessageId: 3,
      text: sentence,
    },
  });
});

it("is not told when it is there at once", async () => {
  const { answer, told } = setup();
  expect(answer.heard(sentence)).toBe(false);
  await pass(199);
  answer.ended();
  await pass(5_000);
  expect(told).toEqual([]);
});

it("is told first when there is more than a word, or when no more comes for a while", async () => {
  const few = setup();
  few.answer.heard("Once");
  await pass(699);
  expect(few.told).toEqual([]);
  await pass(1);
  expect(few.texts()).toEqual(["Once"]);

  const more = setup();
  more.answer.heard("Once");
  await pass(300);
  expect(more.answer.heard(sentence)).toBe(true);
  expect(more.texts()).toEqual([sentence]);
});

it("is told at most twice a second, the newest text alone, however fast it is written", async () => {
  const { answer, times, texts } = setup();
  for (let count = 1; count <= 1_000; count++) {
    answer.heard("word ".repeat(count));
    await pass(2);
  }
  expect(times()).toEqual([200, 700, 1_200, 1_700]);
  expect(texts().map((text) => text?.length)).toEqual([500, 1_750, 3_000, 4_250]);
});

it("is told once more when the model pauses, and never twice the same", async () => {
  const { answer, texts } = setup();
  answer.heard(sentence);
  await pass(300);
  answer.heard(`${sentence} Its`);
  await pass(60_000);
  answer.heard(`${sentence} Its`);
  await pass(60_000);
  expect(texts()).toEqual([sentence, `${sentence} Its`]);
});

it("is told no further than a message can show, and no half of a character", async () => {
  const { answer, texts } = setup();
  for (let count = 0; count < 20; count++) {
    answer.heard(`x${"😀".repeat(4_000 + 10 * count)}`);
    await pass(500);
  }
  expect(texts()).toEqual([`x${"😀".repeat(3_999)}`]);
});

it("is told anew when it is begun anew", async () => {
  const { answer, texts } = setup();
  answer.heard(sentence);
  await pass(200);
  answer.heard("No:");
  await pass(500);
  expect(texts()).toEqual([sentence, "No:"]);
});

it("is not told while there is nothing to read", async () => {
  const { answer, times } = setup();
  answer.heard("\n \n".repeat(40));
  await pass(5_000);
  answer.heard(`\n${sentence}`);
  await pass(5_000);
  expect(times()).toEqual([5_200]);
});

it("ends with a word that it has ended, if it was told, and says nothing afterwards", async () => {
  const { answer, told } = setup();
  answer.heard(sentence);
  await pass(200);
  answer.heard(`${sentence} Its`);
  answer.ended();
  answer.ended();
  answer.heard(`${sentence} Its name`);
  await pass(60_000);
  expect(told.map(({ draft }) => draft).slice(1)).toEqual([{ v: 1, id: "id" }]);
});

it("tells no text once its message is lost, only that it has ended", async () => {
  const { answer, stop, texts } = setup();
  answer.heard(sentence);
  await pass(200);
  answer.heard(`${sentence} Its`);
  stop.abort();
  answer.heard(`${sentence} Its name`);
  await pass(5_000);
  expect(texts()).toEqual([sentence]);
  answer.ended();
  expect(texts()).toEqual([sentence, undefined]);
});

it("leaves nothing with the client while Redis is away, and tells the newest when it is back", async () => {
  const { answer, redis, times, texts } = setup();
  redis.status = "reconnecting";
  for (let count = 1; count <= 50; count++) {
    answer.heard(`${sentence} ${count}`);
    await pass(100);
  }
  expect(texts()).toEqual([]);
  redis.status = "ready";
  await pass(500);
  expect(texts()).toEqual([`${sentence} 50`]);
  redis.status = "end";
  answer.ended();
  expect(times()).toHaveLength(1);
});

it("has one text on its way at most, and the newest follows when that has arrived", async () => {
  const { answer, redis, texts } = setup();
  const arrives = Promise.withResolvers<unknown>();
  redis.publishes = () => arrives.promise;
  for (let count = 1; count <= 50; count++) {
    answer.heard(`${sentence} ${count}`);
    await pass(100);
  }
  expect(texts()).toHaveLength(1);
  arrives.resolve(0);
  await pass(500);
  expect(texts()).toHaveLength(2);
  expect(texts().at(-1)).toBe(`${sentence} 50`);
});

it("is told on after a text that could not be", async () => {
  const { answer, redis, texts } = setup();
  redis.publishes = () => Promise.reject(new Error("no Redis"));
  answer.heard(sentence);
  await pass(200);
  answer.heard(`${sentence} Its`);
  await pass(500);
  expect(texts()).toEqual([sentence, `${sentence} Its`]);
});
