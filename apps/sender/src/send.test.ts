import { OutboundMessage } from "@tgmem/contracts";
import { consume, inMemoryQueue, type Job } from "@tgmem/queue";
import {
  type OutgoingMessage,
  randomId,
  type SendResult,
  TelegramError,
  type TelegramPolicy,
} from "@tgmem/telegram";
import { expect, it, vi } from "vitest";
import { inMemorySentParts } from "./sent-parts.kit.ts";
import { renderedParts } from "./rendered-parts.ts";
import { send, type SendEvent } from "./send.ts";

const job = (body: Partial<OutboundMessage> = {}, attempt = 1): Job<OutboundMessage> => ({
  id: "tg:999:42:7",
  lane: "chat:42",
  body: { v: 1, chatId: "42", userId: "42", text: "hi", ...body },
  attempt,
  receipt: "receipt",
});

/** A Telegram that stores what it is sent, until it fails. */
function telegramThat(fails?: (message: OutgoingMessage) => TelegramError | undefined) {
  const sent: OutgoingMessage[] = [];
  return {
    sent,
    async send(message: OutgoingMessage): Promise<SendResult> {
      const error = fails?.(message);
      if (error) throw error;
      sent.push(message);
      return {};
    },
    edit: () => expect.unreachable("nothing grew in the chat"),
  };
}

const failure = (
  policy: TelegramPolicy,
  fields: { code?: TelegramError["code"]; retryAfterMs?: number } = {},
) =>
  new TelegramError(fields.code ?? "refused", `Sending failed: ${policy}.`, {
    policy,
    ...(fields.retryAfterMs === undefined ? {} : { retryAfterMs: fields.retryAfterMs }),
  });

function setup(
  fails?: (message: OutgoingMessage) => TelegramError | undefined,
  whitelist: ReadonlySet<string> | null = null,
) {
  const telegram = telegramThat(fails);
  const events: SendEvent[] = [];
  const onStopped = vi.fn<(error: TelegramError) => void>();
  const refused: string[] = [];
  const answered: string[] = [];
  const options = {
    telegram,
    whitelist,
    rateLimiter: {
      acquire: async () => 0,
      refused: (chatId: string, error: TelegramError) => refused.push(`${chatId} ${error.code}`),
    },
    sentParts: inMemorySentParts(),
    renderedParts: renderedParts(),
    onAnswer: ({ chatId }: { readonly chatId: string }) => answered.push(chatId),
    onStopped,
    onEvent: (event: SendEvent) => events.push(event),
  };
  const run = (one = job()) => send(one, options, new AbortController());
  return { telegram, events, onStopped, options, run, refused, answered };
}

it("sends a text with a random id made of the job's id and the part", async () => {
  const { telegram, events, run } = setup();
  expect(await run(job({ replyToMessageId: 7 }))).toBeUndefined();
  expect(telegram.sent).toEqual([
    {
      chatId: "42",
      text: "hi",
      entities: [],
      randomId: randomId("tg:999:42:7", 0),
      replyToMessageId: 7,
    },
  ]);
  expect(events).toMatchObject([{ type: "sent", id: "tg:999:42:7", parts: 1 }]);
});

it("sends Markdown as a text without marks and its styles", async () => {
  const { telegram, run } = setup();
  await run(job({ text: "**hi** `there`" }));
  expect(telegram.sent).toMatchObject([
    {
      text: "hi there",
      entities: [
        { type: "bold", offset: 0, length: 2 },
        { type: "code", offset: 3, length: 5 },
      ],
    },
  ]);
});

it("sends a long text in parts, in order, of which only the first is a reply", async () => {
  const { telegram, run } = setup();
  const text = Array.from({ length: 2_500 }, (_, index) => `w${index}`).join(" ");
  await run(job({ text, replyToMessageId: 7 }));
  expect(telegram.sent.length).toBeGreaterThan(2);
  expect(telegram.sent.map((message) => message.text).join(" ")).toBe(text);
  expect(telegram.sent.map((message) => message.randomId)).toEqual(
    telegram.sent.map((_, part) => randomId("tg:999:42:7", part)),
  );
  expect(telegram.sent.map((message) => message.replyToMessageId)).toEqual([
    7,
    ...telegram.sent.slice(1).map(() => undefined),
  ]);
});

const twoParts = `${"a".repeat(4_096)}${"b".repeat(10)}`;

it("sends all parts again under their old ids when it is not known how far it was", async () => {
  const { telegram, options, run } = setup();
  await run(job({ text: twoParts }));
  options.sentParts = inMemorySentParts();
  await run(job({ text: twoParts }, 2));
  expect(telegram.sent.map((message) => message.randomId)).toEqual(
    [0, 1, 0, 1].map((part) => randomId("tg:999:42:7", part)),
  );
});

it("waits elsewhere when the pace demands it, also in the middle of an answer, and then goes on there", async () => {
  const { telegram, options, events, run } = setup();
  const waits = [0, 700, 0];
  options.rateLimiter.acquire = async () => waits.shift() ?? 0;
  expect(await run(job({ text: twoParts }))).toEqual({ action: "defer", delayMs: 700 });
  expect(await run(job({ text: twoParts }, 2))).toBeUndefined();
  expect(telegram.sent.map(({ text }) => text[0])).toEqual(["a", "b"]);
  expect(events).toMatchObject([{ type: "sent", id: "tg:999:42:7", parts: 1 }]);
});

it("ends “typing” where it sends, and there alone", async () => {
  const { answered, options, run } = setup();
  await run();
  options.rateLimiter.acquire = async () => 1_000;
  await run();
  expect(answered).toEqual(["42"]);
});

it("cuts what is too long for Telegram into smaller messages, under ids of their own, before the parts that follow", async () => {
  const { telegram, events, run } = setup((message) =>
    message.text.length > 2_000 ? failure("fix_payload", { code: "too_long" }) : undefined,
  );
  const words = Array.from({ length: 2_000 }, (_, index) => `w${index}`).join(" ");
  await run(job({ text: words, replyToMessageId: 7 }));
  expect(telegram.sent.map(({ text }) => text).join(" ")).toBe(words);
  expect(new Set(telegram.sent.map((message) => message.randomId)).size).toBe(telegram.sent.length);
  expect(telegram.sent.filter((message) => message.replyToMessageId)).toEqual([telegram.sent[0]]);
  expect(events).toContainEqual({ type: "degraded", id: "tg:999:42:7", what: "length" });
});

it("drops what is empty for Telegram", async () => {
  const { events, run } = setup(() => failure("fix_payload", { code: "empty" }));
  expect(await run(job({ text: "\u200B" }))).toBeUndefined();
  expect(events).toEqual([{ type: "dropped", id: "tg:999:42:7", reason: "empty" }]);
});

it.each([
  ["both listed", { chatId: "42", userId: "42" }, 1],
  ["the person is not listed", { chatId: "42", userId: "43" }, 0],
  ["the chat is not listed", { chatId: "-7", userId: "42" }, 0],
])("sends only to listed people in listed chats: %s", async (_, body, count) => {
  const { telegram, events, run } = setup(undefined, new Set(["42"]));
  expect(await run(job(body))).toBeUndefined();
  expect(telegram.sent).toHaveLength(count);
  expect(events[0]).toMatchObject(
    count === 1 ? { type: "sent" } : { type: "dropped", reason: "not_listed" },
  );
});

it("drops a text of white space, which Telegram would refuse for ever", async () => {
  const { events, run } = setup();
  expect(await run(job({ text: " \n" }))).toBeUndefined();
  expect(events).toMatchObject([{ type: "dropped", reason: "empty" }]);
});

it("says what becomes of a job that failed, and tells whoever keeps the pace", async () => {
  const error = failure("retry", { code: "flood_wait", retryAfterMs: 7_000 });
  const { run, events, refused, onStopped } = setup(() => error);
  expect(await run()).toEqual({ action: "defer", delayMs: 7_000 });
  expect(refused).toEqual(["42 flood_wait"]);
  expect(events).toEqual([{ type: "failed", id: "tg:999:42:7", error, action: "defer" }]);
  expect(onStopped).not.toHaveBeenCalled();
});

it("says that nothing can be sent any more when the account is stopped", async () => {
  const error = failure("stop_account", { code: "account_stopped" });
  const { run, onStopped } = setup(() => error);
  expect(await run()).toMatchObject({ action: "defer" });
  expect(onStopped).toHaveBeenCalledExactlyOnceWith(error);
});

it("goes on with the part that failed, and dead-letters nothing that was dropped", async () => {
  let failures = 1;
  const { telegram, options } = setup((message) =>
    message.text.startsWith("b") && failures-- > 0
      ? failure("retry", { code: "unavailable" })
      : undefined,
  );
  const outbound = inMemoryQueue({ name: "outbound", schema: OutboundMessage });
  const text = `${"a".repeat(4_096)}${"b".repeat(10)}`;
  await outbound.push([{ id: "tg:999:42:7", lane: "chat:42", body: job({ text }).body }]);
  await outbound.push([
    { id: "tg:999:43:1", lane: "chat:43", body: job({ chatId: "43", userId: "43" }).body },
  ]);
  const consumer = consume(outbound, (one, { signal }) =>
    send(one, { ...options, whitelist: new Set(["42"]) }, { signal }),
  );
  await vi.waitUntil(
    async () => {
      await consumer.tick();
      return (await outbound.stats()).depth === 0;
    },
    { timeout: 60_000 },
  );
  expect(telegram.sent.map(({ randomId: id }) => id)).toEqual(
    [0, 1].map((part) => randomId("tg:999:42:7", part)),
  );
  expect((await outbound.stats()).deadLetters).toBe(0);
});
