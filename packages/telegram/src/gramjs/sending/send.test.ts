import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Entity } from "../../rendering/entity.ts";
import type { OutgoingMessage, TelegramPort } from "../../telegram.ts";
import { botAccount, userAccount } from "@tgmem/telegram-test-server";
import { logIn } from "../login/log-in.ts";
import { soon, wire } from "../wire.kit.ts";

const { server, connect, options, folder } = await wire({ accounts: [botAccount, userAccount] });

let nextRandomId = 1n;
const send = (port: TelegramPort, fields: Partial<OutgoingMessage> = {}) =>
  port.send(
    { chatId: "42", text: "hi", randomId: nextRandomId++, ...fields },
    { signal: AbortSignal.timeout(60_000) },
  );
const refuse = (text: string, code = 400) =>
  server.faults.call({ on: "messages.sendMessage", code, text });

it("stores a message and says its id", async () => {
  const { messageId } = await send(await connect(), {
    text: "2 ** 3 and snake__case",
    randomId: -5n,
    replyToMessageId: 9,
    entities: [],
  });
  expect(server.sent.at(-1)).toEqual({
    accountId: "999",
    chatId: "42",
    messageId,
    text: "2 ** 3 and snake__case",
    randomId: -5n,
    entities: [],
    replyToMessageId: 9,
  });
});

it("writes to a group and says the message's id", async () => {
  const { messageId } = await send(await connect(), { chatId: "-7" });
  expect(server.sent.at(-1)).toMatchObject({ chatId: "-7", messageId });
});

it("stores a message once, however often it is sent with the same random id", async () => {
  const port = await connect();
  const before = server.sent.length;
  const first = await send(port, { randomId: 1_000n });
  expect(await send(port, { randomId: 1_000n })).toEqual(first);
  expect(server.sent).toHaveLength(before + 1);
});

it("refuses a random id of 0, which the client would replace by a random one", async () => {
  await expect(send(await connect(), { randomId: 0n })).rejects.toMatchObject({
    code: "invalid_argument",
  });
});

describe.each(["replay", "error"] as const)(
  "when the answer to a send is lost and a repeat gets %s",
  (duplicates) => {
    it("stores the message once and counts it as sent", async () => {
      const port = await connect();
      const before = server.sent.length;
      server.settings.duplicates = duplicates;
      server.faults.call({ on: "messages.sendMessage", cut: "after" });
      await send(port);
      server.settings.duplicates = "replay";
      expect(server.sent).toHaveLength(before + 1);
    });
  },
);

it("asks once more for the id of a message that Telegram calls a duplicate", async () => {
  const port = await connect();
  const first = await send(port, { randomId: 2_000n });
  expect(first.messageId).toBeGreaterThan(0);
  refuse("RANDOM_ID_DUPLICATE", 500);
  expect(await send(port, { randomId: 2_000n })).toEqual(first);
});

it("sends after the connection is back what was sent while it was down", async () => {
  const port = await connect();
  server.faults.call({ on: "messages.sendMessage", cut: "before" });
  const { messageId } = await send(port, { text: "late" });
  expect(server.sent.at(-1)).toMatchObject({ text: "late", messageId });
});

it.each([
  [420, "FLOOD_WAIT_300", { code: "flood_wait", policy: "retry", retryAfterMs: 300_000 }],
  [420, "FLOOD_PREMIUM_WAIT_3", { code: "flood_wait", policy: "retry", retryAfterMs: 3_000 }],
  [420, "SLOWMODE_WAIT_5", { code: "slow_mode", policy: "retry", retryAfterMs: 5_000 }],
  [500, "INTERNAL", { code: "unavailable", policy: "retry", retryable: true }],
  [-503, "Timeout", { code: "unavailable", policy: "retry" }],
  [400, "USER_IS_BLOCKED", { code: "chat_refused", policy: "dead_letter", retryable: false }],
  [400, "INPUT_USER_DEACTIVATED", { code: "chat_refused", policy: "dead_letter" }],
  [403, "CHAT_WRITE_FORBIDDEN", { code: "chat_refused", policy: "dead_letter" }],
  [400, "CHAT_ADMIN_REQUIRED", { code: "chat_refused", policy: "dead_letter" }],
  [400, "USER_BANNED_IN_CHANNEL", { code: "chat_refused", policy: "dead_letter" }],
  [400, "YOU_BLOCKED_USER", { code: "chat_refused", policy: "dead_letter" }],
  [403, "PRIVACY_PREMIUM_REQUIRED", { code: "chat_refused", policy: "dead_letter" }],
  [400, "PEER_ID_INVALID", { code: "peer_unknown", policy: "dead_letter" }],
  [400, "USER_ID_INVALID", { code: "peer_unknown", policy: "dead_letter" }],
  [400, "ENTITY_BOUNDS_INVALID", { code: "formatting_refused", policy: "fix_payload" }],
  [400, "MESSAGE_ID_INVALID", { code: "reply_refused", policy: "fix_payload" }],
  [400, "MESSAGE_TOO_LONG", { code: "too_long", policy: "fix_payload" }],
  [400, "MESSAGE_EMPTY", { code: "empty", policy: "fix_payload" }],
  [400, "INPUT_TEXT_EMPTY", { code: "empty", policy: "fix_payload" }],
  [400, "CONNECTION_NOT_INITED", { code: "unavailable", policy: "retry" }],
  [400, "TIMEOUT", { code: "unavailable", policy: "retry" }],
  [403, "CHAT_SEND_PLAIN_FORBIDDEN", { code: "chat_refused", policy: "dead_letter" }],
  [406, "TOPIC_CLOSED", { code: "chat_refused", policy: "dead_letter" }],
  [403, "ALLOW_PAYMENT_REQUIRED_50", { code: "chat_refused", policy: "dead_letter" }],
  [400, "SOMETHING_NEW", { code: "refused", policy: "dead_letter" }],
  [406, "ALLOW_PAYMENT_REQUIRED", { code: "chat_refused", policy: "dead_letter" }],
  [400, "PEER_FLOOD", { code: "account_stopped", policy: "stop_account" }],
  [420, "FROZEN_METHOD_INVALID", { code: "account_stopped", policy: "stop_account" }],
  [401, "USER_DEACTIVATED", { code: "account_stopped", policy: "stop_account" }],
  [401, "AUTH_KEY_UNREGISTERED", { code: "account_stopped", policy: "stop_account" }],
  [401, "SESSION_REVOKED", { code: "account_stopped", policy: "stop_account" }],
  [401, "SESSION_EXPIRED", { code: "account_stopped", policy: "stop_account" }],
  [401, "USER_DEACTIVATED_BAN", { code: "account_stopped", policy: "stop_account" }],
  [401, "SOMETHING_NEW_401", { code: "account_stopped", policy: "stop_account" }],
  [406, "AUTH_KEY_DUPLICATED", { code: "account_stopped", policy: "stop_account" }],
])("answers %i %s with a policy", async (code, text, expected) => {
  const port = await connect();
  refuse(text, code);
  await expect(send(port, { text: "a secret" })).rejects.toMatchObject({
    name: "TelegramError",
    ...expected,
  });
});

it("shows stretches of a text in their own way, counted in UTF-16 units", async () => {
  const entities: Entity[] = [
    { type: "bold", offset: 0, length: 2 },
    { type: "italic", offset: 3, length: 1 },
    { type: "underline", offset: 4, length: 1 },
    { type: "strikethrough", offset: 5, length: 1 },
    { type: "spoiler", offset: 6, length: 1 },
    { type: "code", offset: 7, length: 1 },
    { type: "blockquote", offset: 8, length: 1 },
    { type: "pre", offset: 9, length: 1, language: "ts" },
    { type: "link", offset: 10, length: 1, url: "https://example.org/" },
  ];
  await send(await connect(), { text: "😀 abcdefgh", entities });
  expect(server.sent.at(-1)).toMatchObject({
    text: "😀 abcdefgh",
    entities: [
      { _: "messageEntityBold", offset: 0, length: 2 },
      { _: "messageEntityItalic", offset: 3, length: 1 },
      { _: "messageEntityUnderline", offset: 4, length: 1 },
      { _: "messageEntityStrike", offset: 5, length: 1 },
      { _: "messageEntitySpoiler", offset: 6, length: 1 },
      { _: "messageEntityCode", offset: 7, length: 1 },
      { _: "messageEntityBlockquote", offset: 8, length: 1 },
      { _: "messageEntityPre", offset: 9, length: 1, language: "ts" },
      { _: "messageEntityTextUrl", offset: 10, length: 1, url: "https://example.org/" },
    ],
  });
});

const bold: Entity = { type: "bold", offset: 0, length: 2 };

it.each([
  ["ENTITY_BOUNDS_INVALID", 77n],
  ["ENTITIES_TOO_LONG", 78n],
  ["URL_INVALID", 79n],
] as const)(
  "sends plain what is refused with %s, under the same random id",
  async (text, randomId) => {
    refuse(text);
    expect(
      await send(await connect(), { text: "plain", entities: [bold], randomId }),
    ).toMatchObject({ without: ["formatting"] });
    const stored = server.sent.filter(({ text: sent }) => sent === "plain");
    expect(stored.at(-1)).toMatchObject({ randomId, entities: [] });
  },
);

it.each(["MESSAGE_ID_INVALID", "REPLY_MESSAGE_ID_INVALID", "REPLY_TO_USER_INVALID"])(
  "answers a message that is gone (%s) without a reply, and keeps the formatting",
  async (text) => {
    refuse(text);
    const message = { text: "alone", entities: [bold], replyToMessageId: 9 };
    expect(await send(await connect(), message)).toMatchObject({ without: ["reply"] });
    expect(server.sent.at(-1)).toMatchObject({ text: "alone", entities: [{ offset: 0 }] });
    expect(server.sent.at(-1)).not.toHaveProperty("replyToMessageId");
  },
);

it("mends each fault once: what is refused without it, too, is refused", async () => {
  for (const _ of ["first", "again"]) refuse("ENTITY_BOUNDS_INVALID");
  await expect(send(await connect(), { entities: [bold] })).rejects.toMatchObject({
    code: "formatting_refused",
  });
});

it("never quotes the text in an error", async () => {
  const port = await connect();
  refuse("USER_IS_BLOCKED");
  const error = await send(port, { text: "a secret" }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    message: "Sending failed with USER_IS_BLOCKED: this chat cannot be written to.",
  });
});

it("gives up a call that is not answered in time", async () => {
  const port = await connect({ callTimeoutMs: 5_000 });
  server.faults.call({ on: "messages.sendMessage", hang: true });
  await expect(send(port)).rejects.toMatchObject({ code: "timeout", policy: "retry" });
});

it("gives up at once when the caller stops", async () => {
  const port = await connect();
  server.faults.call({ on: "messages.sendMessage", hang: true });
  const stop = new AbortController();
  const sending = port.send(
    { chatId: "42", text: "hi", randomId: nextRandomId++ },
    { signal: stop.signal },
  );
  await expect.poll(() => server.calls.at(-1), soon).toBe("messages.sendMessage");
  stop.abort();
  await expect(sending).rejects.toMatchObject({ code: "aborted" });
});

it("tells an error of the client itself from a connection that is down", async () => {
  const port = await connect();
  await expect(send(port, { replyToMessageId: 3e9 })).rejects.toMatchObject({
    code: "client_failed",
    policy: "retry",
  });
  for (const chatId of ["@name", ""])
    await expect(send(port, { chatId })).rejects.toMatchObject({ code: "invalid_argument" });
});

describe("in a topic of a forum", () => {
  const place = { chatId: "-1001000000123", topicId: 7 };

  it("a message goes there, as a reply or not", async () => {
    const port = await connect();
    await send(port, place);
    expect(server.sent.at(-1)).toMatchObject({ topicId: 7 });
    expect(server.sent.at(-1)).not.toHaveProperty("replyToMessageId");
    await send(port, { ...place, replyToMessageId: 9 });
    expect(server.sent.at(-1)).toMatchObject({ topicId: 7, replyToMessageId: 9 });
  });

  it.each(["MESSAGE_ID_INVALID", "MSG_ID_INVALID", "REPLY_TO_INVALID"])(
    "a message whose reply is refused (%s) stays there",
    async (text) => {
      const port = await connect();
      refuse(text);
      expect(await send(port, { ...place, replyToMessageId: 9 })).toMatchObject({
        without: ["reply"],
      });
      expect(server.sent.at(-1)).toMatchObject({ topicId: 7 });
    },
  );

  it("that is gone, the message goes to the general topic", async () => {
    const port = await connect();
    for (let tries = 0; tries < 2; tries++) refuse("TOPIC_DELETED");
    expect(await send(port, { ...place, replyToMessageId: 9 })).toMatchObject({
      without: ["reply", "topic"],
    });
    expect(server.sent.at(-1)).not.toHaveProperty("topicId");
  });

  it("“typing” shows there", async () => {
    await (await connect()).typing(place.chatId, place);
    expect(server.requests.at(-1)).toMatchObject({ _: "messages.setTyping", top_msg_id: 7 });
  });
});

it("shows “typing”, and never fails over it", async () => {
  const port = await connect();
  await port.typing("42");
  expect(server.calls.at(-1)).toBe("messages.setTyping");
  server.faults.call({ on: "messages.setTyping", code: 400, text: "USER_IS_BLOCKED" });
  await port.typing("42");
});

it("finds a chat of a user account in its list of chats, and remembers the way", async () => {
  const sessionFile = join(folder, "user");
  await logIn(options({ sessionFile }), {
    phone: async () => userAccount.phone,
    code: async () => userAccount.code,
    password: async () => userAccount.password,
    mistake: () => expect.unreachable("every answer is right"),
  });
  server.say("50", "hello", { to: userAccount.id, unheard: true });
  const lookUps = () => server.calls.filter((call) => call === "messages.getDialogs").length;

  const first = await connect({ sessionFile }, "user");
  await Promise.all(["found", "too"].map((text) => send(first, { chatId: "50", text })));
  expect(server.sent.slice(-2).map(({ text }) => text)).toEqual(["found", "too"]);
  expect(lookUps()).toBe(1);
  await first.close();

  const second = await connect({ sessionFile }, "user");
  await send(second, { chatId: "50", text: "known" });
  expect(lookUps()).toBe(1);
  for (let times = 0; times < 3; times++) {
    await second.typing("51");
    await expect(send(second, { chatId: "51" })).rejects.toMatchObject({
      code: "peer_unknown",
      policy: "retry",
    });
  }
  expect(lookUps(), "a chat that is not there is looked for once a minute").toBe(2);

  // The way is looked for anew once, then it is the chat that cannot be written to.
  const before = lookUps();
  refuse("PEER_ID_INVALID");
  await send(second, { chatId: "50", text: "found anew" });
  expect(server.sent.at(-1)).toMatchObject({ chatId: "50", text: "found anew" });
  expect(lookUps()).toBe(before + 1);
  refuse("PEER_ID_INVALID");
  refuse("PEER_ID_INVALID");
  await expect(send(second, { chatId: "50" })).rejects.toMatchObject({
    code: "peer_unknown",
    policy: "dead_letter",
  });
});
