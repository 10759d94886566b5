import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { TelegramPort } from "../telegram.ts";
import { botAccount, userAccount } from "../testing/index.ts";
import { logIn } from "./connect.ts";
import { soon, wire } from "./wire.test.kit.ts";

const { server, connect, options, folder } = await wire({ accounts: [botAccount, userAccount] });

let nextRandomId = 1n;
const send = (
  port: TelegramPort,
  fields: { chatId?: string; text?: string; randomId?: bigint; replyToMessageId?: number } = {},
) =>
  port.send(
    { chatId: "42", text: "hi", randomId: nextRandomId++, ...fields },
    { signal: AbortSignal.timeout(20_000) },
  );

it("stores a message and says its id", async () => {
  const { messageId } = await send(await connect(), {
    text: "2 ** 3 and snake__case",
    randomId: -5n,
    replyToMessageId: 9,
  });
  expect(server.sent.at(-1)).toEqual({
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
  await expect(send(await connect(), { randomId: 0n })).rejects.toThrow(TypeError);
});

describe.each(["replay", "error"] as const)(
  "when the answer to a send is lost and a repeat gets %s",
  (duplicates) => {
    it("stores the message once and counts it as sent", async () => {
      const port = await connect();
      const before = server.sent.length;
      server.duplicates = duplicates;
      server.fail({ on: "messages.sendMessage", cut: "after" });
      await send(port);
      server.duplicates = "replay";
      expect(server.sent).toHaveLength(before + 1);
    });
  },
);

it("sends after the connection is back what was sent while it was down", async () => {
  const port = await connect();
  server.fail({ on: "messages.sendMessage", cut: "before" });
  const { messageId } = await send(port, { text: "late" });
  expect(server.sent.at(-1)).toMatchObject({ text: "late", messageId });
});

it.each([
  [420, "FLOOD_WAIT_300", { code: "flood_wait", policy: "retry", retryAfterMs: 300_000 }],
  [420, "SLOWMODE_WAIT_5", { code: "flood_wait", policy: "retry", retryAfterMs: 5_000 }],
  [500, "INTERNAL", { code: "unavailable", policy: "retry", retryable: true }],
  [-503, "Timeout", { code: "unavailable", policy: "retry" }],
  [400, "USER_IS_BLOCKED", { code: "chat_refused", policy: "dead-letter", retryable: false }],
  [400, "INPUT_USER_DEACTIVATED", { code: "chat_refused", policy: "dead-letter" }],
  [403, "CHAT_WRITE_FORBIDDEN", { code: "chat_refused", policy: "dead-letter" }],
  [400, "PEER_ID_INVALID", { code: "peer_unknown", policy: "dead-letter" }],
  [400, "ENTITY_BOUNDS_INVALID", { code: "payload_refused", policy: "fix-payload" }],
  [400, "SOMETHING_NEW", { code: "refused", policy: "dead-letter" }],
  [406, "ALLOW_PAYMENT_REQUIRED", { code: "chat_refused", policy: "dead-letter" }],
  [400, "PEER_FLOOD", { code: "account_stopped", policy: "stop-account" }],
  [401, "USER_DEACTIVATED_BAN", { code: "account_stopped", policy: "stop-account" }],
  [401, "SOMETHING_NEW_401", { code: "account_stopped", policy: "stop-account" }],
  [406, "AUTH_KEY_DUPLICATED", { code: "account_stopped", policy: "stop-account" }],
])("answers %i %s with a policy", async (code, text, expected) => {
  const port = await connect();
  server.fail({ on: "messages.sendMessage", code, text });
  await expect(send(port, { text: "a secret" })).rejects.toMatchObject({
    name: "TelegramError",
    ...expected,
  });
});

it("never quotes the text in an error", async () => {
  const port = await connect();
  server.fail({ on: "messages.sendMessage", code: 400, text: "USER_IS_BLOCKED" });
  const error = await send(port, { text: "a secret" }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    message: "Sending failed with USER_IS_BLOCKED: this chat cannot be written to.",
  });
});

it("gives up a call that is not answered in time", async () => {
  const port = await connect({ callTimeoutMs: 200 });
  server.fail({ on: "messages.sendMessage", hang: true });
  await expect(send(port)).rejects.toMatchObject({ code: "timeout", policy: "retry" });
});

it("gives up at once when the caller stops", async () => {
  const port = await connect();
  server.fail({ on: "messages.sendMessage", hang: true });
  const stop = new AbortController();
  const sending = port.send(
    { chatId: "42", text: "hi", randomId: nextRandomId++ },
    { signal: stop.signal },
  );
  await expect.poll(() => server.calls.at(-1), soon).toBe("messages.sendMessage");
  stop.abort();
  await expect(sending).rejects.toMatchObject({ code: "aborted" });
});

it("shows “typing”, and never fails over it", async () => {
  const port = await connect();
  await port.typing("42");
  expect(server.calls.at(-1)).toBe("messages.setTyping");
  server.fail({ on: "messages.setTyping", code: 400, text: "USER_IS_BLOCKED" });
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
  await send(first, { chatId: "50", text: "found" });
  expect(server.sent.at(-1)).toMatchObject({ chatId: "50", text: "found" });
  expect(lookUps()).toBe(1);
  await first.close();

  const second = await connect({ sessionFile }, "user");
  await send(second, { chatId: "50", text: "known" });
  expect(lookUps()).toBe(1);
  await expect(send(second, { chatId: "51" })).rejects.toMatchObject({
    code: "peer_unknown",
    policy: "retry",
  });
});
