import { type OutgoingMessage, randomId, TelegramError, type SendResult } from "@tgmem/telegram";
import { expect, it } from "vitest";
import { type Degraded, sendPart } from "./send-part.ts";

const { signal } = new AbortController();
const refusal = (code: "too_long" | "empty" | "chat_refused") =>
  new TelegramError(code, "Refused.", { policy: "fix_payload" });

const fails = (code: "too_long" | "empty" | "chat_refused") => () => {
  throw refusal(code);
};

/** Sends a part to a Telegram that answers, or fails, by `answer`. */
async function run(text: string, answer: (message: OutgoingMessage) => SendResult, part = 0) {
  const sent: OutgoingMessage[] = [];
  const degraded: Degraded[] = [];
  const telegram = {
    async send(message: OutgoingMessage) {
      const result = answer(message);
      sent.push(message);
      return result;
    },
  };
  const job = {
    id: "job",
    lane: "42",
    attempt: 1,
    receipt: "receipt",
    body: { v: 1, chatId: "42", userId: "42", text, replyToMessageId: 9, topicId: 5 } as const,
  };
  const count = await sendPart(
    { job, part, text: { text, entities: [] } },
    { telegram, onDegraded: (what) => degraded.push(what), signal },
  );
  return { sent, degraded, count };
}

it("sends the first part as a reply, under an id made of job and part", async () => {
  const { sent, count } = await run("hi", () => ({}));
  expect(count).toBe(1);
  expect(sent).toMatchObject([{ randomId: randomId("job", 0), replyToMessageId: 9, text: "hi" }]);
});

it("sends a later part as no reply, and into the same topic", async () => {
  const { sent } = await run("hi", () => ({}), 1);
  expect(sent[0]).toMatchObject({ randomId: randomId("job", 1), topicId: 5 });
  expect(sent[0]).not.toHaveProperty("replyToMessageId");
});

it("says what Telegram left out", async () => {
  const { degraded } = await run("hi", () => ({ without: ["formatting", "reply"] }));
  expect(degraded).toEqual(["formatting", "reply"]);
});

it("cuts what is too long in halves, as often as it takes, in order and each under an id of its own", async () => {
  const text = Array.from({ length: 200 }, (_, index) => `w${index}`).join(" ");
  const { sent, degraded, count } = await run(text, (message) => {
    if (message.text.length > 300) throw refusal("too_long");
    return {};
  });
  expect(sent.map((message) => message.text).join(" ")).toBe(text);
  expect(count).toBe(sent.length);
  expect(new Set(sent.map((message) => message.randomId)).size).toBe(count);
  expect(sent.filter((message) => message.replyToMessageId)).toEqual([sent[0]]);
  expect(new Set(degraded)).toEqual(new Set(["length"]));
});

it("gives up what is too long though it is short, and what is refused otherwise", async () => {
  await expect(run("word ".repeat(100), fails("too_long"))).rejects.toThrow("Refused.");
  await expect(run("hi", fails("chat_refused"))).rejects.toThrow("Refused.");
});

it("sends nothing of what is empty for Telegram", async () => {
  const { count, sent } = await run("\u200B", fails("empty"));
  expect({ count, sent }).toEqual({ count: 0, sent: [] });
});
