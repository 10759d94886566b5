import { Api } from "telegram";
import { NewMessage, type NewMessageEvent } from "telegram/events/index.js";
import { expect, it } from "vitest";
import { RpcError } from "./index.ts";
import { gramjsBench } from "./gramjs.kit.ts";

const stickers: string[] = [];
const {
  server,
  bot: logIn,
  meet,
} = await gramjsBench({
  methods: {
    "messages.getStickers": ({ emoticon }, { accountId }) => {
      stickers.push(`${accountId}: ${String(emoticon)}`);
      return { _: "messages.stickersNotModified" };
    },
    "messages.setTyping": (request, { chatIdOf }) => {
      if (Object(request["peer"])._ === "inputPeerSelf") throw new RpcError(400, "PEER_SELF");
      return chatIdOf(Object(request["peer"])) === "42";
    },
  },
});
const bot = await logIn();
const updates: Api.TypeUpdate[] = [];
bot.addEventHandler((update: Api.TypeUpdate) => void updates.push(update));

it("announces a bot among the people as a bot", async () => {
  server.introduce("666", { bot: true, firstName: "Other", username: "other_bot" });
  const senders: unknown[] = [];
  const note = ({ message }: NewMessageEvent) =>
    void message.getSender().then((sender) => senders.push(sender));
  bot.addEventHandler(note, new NewMessage());
  server.say("666", "I am a bot", { group: "-7" });
  server.say("42", "I am not", { group: "-7" });
  await expect.poll(() => senders).toHaveLength(2);
  bot.removeEventHandler(note, new NewMessage());
  expect(senders).toMatchObject([
    { bot: true, firstName: "Other", username: "other_bot" },
    { bot: false, firstName: "Person 42" },
  ]);
});

it("tells of what happens in a group, as a service message", async () => {
  const action = { _: "messageActionChatAddUser", users: [42n] };
  const messageId = server.serviceMessage("42", action, { group: "-7" });
  await expect
    .poll(() =>
      updates.filter(
        (update) =>
          update instanceof Api.UpdateNewMessage && update.message instanceof Api.MessageService,
      ),
    )
    .toMatchObject([
      { message: { id: messageId, action: { className: "MessageActionChatAddUser" } } },
    ]);
});

it("tells of any update, and counts it if it has to be counted", async () => {
  const { pts, date } = await bot.invoke(new Api.updates.GetState());
  server.push({ _: "updateUserTyping", user_id: 42n, action: { _: "sendMessageTypingAction" } });
  server.push({ _: "updateWebPage", webpage: { _: "webPageEmpty", id: 1n }, pts_count: 1 });
  server.push({ _: "updateShort", update: { _: "updateConfig" }, date });
  await expect
    .poll(() => updates.filter((update) => !(update instanceof Api.UpdateNewMessage)))
    .toMatchObject([
      { className: "UpdateUserTyping" },
      { className: "UpdateWebPage", pts: pts + 1 },
      { className: "UpdateConfig" },
    ]);
  const missed = await bot.invoke(new Api.updates.GetDifference({ pts, date, qts: 0 }));
  expect(missed).toMatchObject({ otherUpdates: [{ className: "UpdateWebPage" }] });
});

it("says so when a test pushes what the layer does not have", () => {
  const invalid = expect.objectContaining({ code: "invalid_argument" });
  expect(() => server.push({ _: "updateNothing" })).toThrow(invalid);
  expect(() => server.say("42", "hello", { to: "1" })).toThrow(invalid);
  expect(() => server.edit(9_999, "hello")).toThrow(invalid);
});

it("answers by the methods that a test adds or replaces", async () => {
  const hash = (await import("big-integer")).default(0);
  const answer = await bot.invoke(new Api.messages.GetStickers({ emoticon: "😀", hash }));
  expect(answer).toBeInstanceOf(Api.messages.StickersNotModified);
  expect(stickers).toEqual(["999: 😀"]);

  const type = (peer: string) =>
    bot.invoke(new Api.messages.SetTyping({ peer, action: new Api.SendMessageTypingAction() }));
  for (const person of ["42", "43"]) await meet(bot, person);
  expect(await type("42")).toBe(true);
  expect(await type("43")).toBe(false);
  await expect(type("me")).rejects.toMatchObject({ errorMessage: "PEER_SELF" });
  expect(server.requests.at(-1)).toMatchObject({ _: "messages.setTyping" });
});
