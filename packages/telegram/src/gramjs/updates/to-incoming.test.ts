import bigInt from "big-integer";
import { Api } from "telegram";
import { expect, it } from "vitest";
import { toIncoming } from "./to-incoming.ts";

const account = { id: "999", isBot: true, username: "Test_Bot" };
const user = (id: number) => new Api.PeerUser({ userId: bigInt(id) });
const channel = new Api.PeerChannel({ channelId: bigInt(1_234_567_890) });
const group = new Api.PeerChat({ chatId: bigInt(7) });

const message = (fields: Partial<ConstructorParameters<typeof Api.Message>[0]> = {}) =>
  new Api.Message({ id: 5, peerId: user(42), date: 1_000, message: "hi", ...fields });

it("gives ids as the Bot API does, and times in ms", () => {
  expect(toIncoming(message(), account)).toEqual({
    chatId: "42",
    chatType: "private",
    userId: "42",
    messageId: 5,
    text: "hi",
    sentAtMs: 1_000_000,
    addressed: true,
  });
  expect(toIncoming(message({ peerId: channel, fromId: user(42) }), account)).toMatchObject({
    chatId: "-1001234567890",
    chatType: "supergroup",
    userId: "42",
  });
  expect(toIncoming(message({ peerId: group, fromId: user(42) }), account)).toMatchObject({
    chatId: "-7",
    chatType: "group",
  });
});

it.each([
  ["own messages", message({ out: true })],
  [
    "what the account writes to itself, or it would answer itself for ever",
    message({ peerId: user(999) }),
  ],
  ["Telegram's own messages, which hold log-in codes", message({ peerId: user(777_000) })],
  ["posts of a channel", message({ peerId: channel, post: true })],
  ["posts that are signed by a person", message({ peerId: channel, fromId: user(42), post: true })],
  ["“Replies”, which tells of answers elsewhere", message({ peerId: user(1_271_266_957) })],
  ["anonymous administrators", message({ peerId: channel, fromId: channel })],
  ["service messages", new Api.MessageEmpty({ id: 5 })],
])("leaves out %s", (_, left) => {
  expect(toIncoming(left, account)).toBeUndefined();
});

it.each([
  ["hello everybody", false],
  ["hello @test_bot, are you there?", true],
  ["(@TEST_BOT)", true],
  ["hello @test_bot2", false],
  ["mail@test_bot", false],
  ["/help", true],
  ["/help me", true],
  ["/help@test_bot", true],
  ["/help@other_bot", false],
  ["/ not a command", false],
])("knows whether a group means the bot: %s", (text, addressed) => {
  expect(
    toIncoming(message({ peerId: group, fromId: user(42), message: text }), account)?.addressed,
  ).toBe(addressed);
});

it("takes Telegram's word for a mention, an answer among them", () => {
  const mentioned = message({ peerId: group, fromId: user(42), mentioned: true });
  expect(toIncoming(mentioned, account)?.addressed).toBe(true);
});
