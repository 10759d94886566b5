import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Entity } from "../../rendering/entity.ts";
import type { MessageEdit, TelegramPort } from "../../telegram.ts";
import { botAccount, userAccount } from "@tgmem/telegram-test-server";
import { logIn } from "../login/log-in.ts";
import { wire } from "../wire.kit.ts";

const { server, connect, options, folder } = await wire({ accounts: [botAccount, userAccount] });

const signal = AbortSignal.timeout(170_000);
const bold: Entity = { type: "bold", offset: 0, length: 2 };
let nextRandomId = 1n;

/** A message that was sent, and how to change it. */
async function message(
  port: TelegramPort,
  {
    chatId = "42",
    ...fields
  }: { chatId?: string; replyToMessageId?: number; topicId?: number } = {},
) {
  const sending = { chatId, text: "old", randomId: nextRandomId++, ...fields };
  const { messageId = expect.unreachable("the server says the id") } = await port.send(sending, {
    signal,
  });
  return {
    messageId,
    change: (change: Partial<MessageEdit> = {}) =>
      port.edit({ chatId, messageId, text: "new", ...change }, { signal }),
    shown: () => server.sent.find((one) => one.messageId === messageId && one.chatId === chatId),
  };
}
const refuse = (text: string, code = 400) =>
  server.faults.call({ on: "messages.editMessage", code, text });
const edits = () => server.calls.filter((call) => call === "messages.editMessage").length;

it.each(["42", "-7", "-1001000000123"])(
  "shows another text with other styles, once however often it is repeated, in %s",
  async (chatId) => {
    const { change, shown } = await message(await connect(), { chatId });
    const before = server.sent.length;
    for (let times = 0; times < 2; times++)
      expect(await change({ text: "2 ** 3", entities: [bold] })).toEqual({});
    expect(shown()).toMatchObject({
      text: "2 ** 3",
      entities: [{ _: "messageEntityBold", offset: 0, length: 2 }],
    });
    expect(server.sent).toHaveLength(before);
    await change({ text: "2 ** 3" });
    expect(shown()).toMatchObject({ text: "2 ** 3", entities: [] });
    expect(server.requests.at(-1)).toMatchObject({ no_webpage: true });
  },
);

it("leaves the message in its topic, and the reply that it is", async () => {
  const place = { chatId: "-1001000000123", topicId: 7, replyToMessageId: 9 };
  const { change, shown } = await message(await connect(), place);
  await change();
  expect(shown()).toMatchObject({ text: "new", topicId: 7, replyToMessageId: 9 });
});

it.each(["before", "after"] as const)(
  "is done when the connection is cut %s the edit was carried out",
  async (cut) => {
    const { change, shown } = await message(await connect());
    server.faults.call({ on: "messages.editMessage", cut });
    expect(await change()).toEqual({});
    expect(shown()).toMatchObject({ text: "new" });
  },
);

it.each(["ENTITY_BOUNDS_INVALID", "ENTITIES_TOO_LONG"])(
  "shows plain what is refused with %s, and says so, also when that changes nothing",
  async (text) => {
    const { change, shown } = await message(await connect());
    for (let times = 0; times < 2; times++) {
      refuse(text);
      expect(await change({ entities: [bold] })).toEqual({ without: ["formatting"] });
    }
    expect(shown()).toMatchObject({ text: "new", entities: [] });
    for (let times = 0; times < 2; times++) refuse(text);
    await expect(change({ entities: [bold] })).rejects.toMatchObject({
      code: "formatting_refused",
    });
    refuse(text);
    await expect(change({ text: "other" })).rejects.toMatchObject({ code: "formatting_refused" });
  },
);

it("says that the message is gone when the person has deleted it", async () => {
  const { messageId, change } = await message(await connect());
  server.delete(messageId);
  await expect(change({ text: "a secret" })).rejects.toMatchObject({
    code: "edit_refused",
    policy: "fix_payload",
    message: "Editing failed with MESSAGE_ID_INVALID: the message is gone, or may not be changed.",
  });
});

it.each([
  [400, "MESSAGE_EDIT_TIME_EXPIRED", { code: "edit_refused", policy: "fix_payload" }],
  [403, "MESSAGE_AUTHOR_REQUIRED", { code: "edit_refused", policy: "fix_payload" }],
  [403, "MESSAGE_EDIT_FORBIDDEN", { code: "edit_refused", policy: "fix_payload" }],
  [400, "SOMETHING_NEW", { code: "edit_refused", policy: "fix_payload" }],
  [400, "MESSAGE_TOO_LONG", { code: "too_long", policy: "fix_payload" }],
  [400, "MESSAGE_EMPTY", { code: "empty", policy: "fix_payload" }],
  [420, "FLOOD_WAIT_300", { code: "flood_wait", policy: "retry", retryAfterMs: 300_000 }],
  [500, "INTERNAL", { code: "unavailable", policy: "retry" }],
  [400, "USER_IS_BLOCKED", { code: "chat_refused", policy: "dead_letter" }],
  [401, "SESSION_REVOKED", { code: "account_stopped", policy: "stop_account" }],
])("answers %i %s with a policy", async (code, text, expected) => {
  const { change } = await message(await connect());
  refuse(text, code);
  await expect(change()).rejects.toMatchObject({ name: "TelegramError", ...expected });
});

describe("ends", () => {
  it("when there is no answer in time", async () => {
    const { change } = await message(await connect({ callTimeoutMs: 5_000 }));
    server.faults.call({ on: "messages.editMessage", hang: true });
    await expect(change()).rejects.toMatchObject({ code: "timeout", policy: "retry" });
  });

  it("when the caller stops", async () => {
    const port = await connect();
    const { messageId } = await message(port);
    server.faults.call({ on: "messages.editMessage", hang: true });
    const stop = new AbortController();
    const change = { chatId: "42", messageId, text: "new" };
    const editing = port.edit(change, { signal: stop.signal });
    await expect.poll(() => server.calls.at(-1)).toBe("messages.editMessage");
    stop.abort();
    await expect(editing).rejects.toMatchObject({ code: "aborted" });
  });
});

it("finds the chat of a person's account anew, once", async () => {
  const sessionFile = join(folder, "user");
  await logIn(options({ sessionFile }), {
    phone: async () => userAccount.phone,
    code: async () => userAccount.code,
    password: async () => userAccount.password,
    mistake: () => expect.unreachable("every answer is right"),
  });
  server.say("50", "hello", { to: userAccount.id, unheard: true });
  const { change, shown } = await message(await connect({ sessionFile }, "user"), { chatId: "50" });
  refuse("PEER_ID_INVALID");
  expect(await change()).toEqual({});
  expect(shown()).toMatchObject({ text: "new" });
  const before = edits();
  for (let times = 0; times < 2; times++) refuse("PEER_ID_INVALID");
  await expect(change({ text: "newer" })).rejects.toMatchObject({ code: "peer_unknown" });
  expect(edits() - before).toBe(2);
});
