import { Api } from "telegram";
import { expect, it } from "vitest";
import { gramjsBench } from "./gramjs.kit.ts";
import { userAccount } from "./start-telegram-server.ts";

const { server, bot: logIn, person: logInPerson, meet } = await gramjsBench();
const bot = await logIn();
const elsewhere = await logIn();
const updates: Api.TypeUpdate[] = [];
elsewhere.addEventHandler((update: Api.TypeUpdate) => void updates.push(update));
const group = "-1001000000123";

it("changes what an account has sent, and tells its other log-ins", async () => {
  await meet(bot, "42");
  const { id } = await bot.sendMessage("42", { message: "**one**", parseMode: "md" });
  expect(server.sent.at(-1)).toMatchObject({ accountId: "999", text: "one", messageId: id });

  await bot.editMessage("42", { message: id, text: "two" });
  expect(server.sent.at(-1)).toMatchObject({ messageId: id, text: "two", entities: [] });
  await expect
    .poll(() => updates.filter((update) => update instanceof Api.UpdateEditMessage))
    .toMatchObject([{ message: { id, message: "two" } }]);
});

it("refuses an edit that changes nothing, of nothing, or of somebody else's message", async () => {
  await meet(bot, "42");
  const foreign = server.say("42", "mine");
  const { id } = await bot.sendMessage("42", { message: "same" });
  const edit = (message: number, text: string) => bot.editMessage("42", { message, text });
  await expect(edit(id, "same")).rejects.toMatchObject({ errorMessage: "MESSAGE_NOT_MODIFIED" });
  await expect(edit(9_999, "x")).rejects.toMatchObject({ errorMessage: "MESSAGE_ID_INVALID" });
  await expect(edit(foreign, "x")).rejects.toMatchObject({
    errorMessage: "MESSAGE_AUTHOR_REQUIRED",
  });
});

it.each([
  { where: "a private chat", chat: "42", options: {}, Deletion: Api.UpdateDeleteMessages },
  {
    where: "a supergroup",
    chat: group,
    options: { group },
    Deletion: Api.UpdateDeleteChannelMessages,
  },
])("deletes in $where, and tells its other log-ins", async ({ chat, options, Deletion }) => {
  await meet(bot, "42", options);
  const { id } = await bot.sendMessage(chat, { message: "soon gone" });
  const [answer] = await bot.deleteMessages(chat, [id, 9_999], { revoke: true });
  expect(answer).toMatchObject({ ptsCount: 1 });
  expect(server.sent.map(({ text }) => text)).not.toContain("soon gone");
  await expect
    .poll(() =>
      updates.filter((update) => update instanceof Deletion && update.messages.includes(id)),
    )
    .toMatchObject([{ messages: [id] }]);
  const [found] = await bot.getMessages(chat, { ids: [id] });
  expect(found).toBeUndefined();
});

it("tells when a person deletes a message, and no difference holds it any more", async () => {
  const { pts } = await bot.invoke(new Api.updates.GetState());
  const messageId = server.say("42", "slip of the tongue");
  server.delete(messageId);
  await expect
    .poll(() =>
      updates.filter((update) =>
        update instanceof Api.UpdateDeleteMessages
          ? update.messages.includes(messageId)
          : update instanceof Api.UpdateNewMessage && update.message.id === messageId,
      ),
    )
    .toMatchObject([{ message: { id: messageId } }, { messages: [messageId] }]);

  const { date } = await bot.invoke(new Api.updates.GetState());
  const missed = await bot.invoke(new Api.updates.GetDifference({ pts, date, qts: 0 }));
  expect(missed).toMatchObject({
    newMessages: [],
    otherUpdates: [{ className: "UpdateDeleteMessages", messages: [messageId] }],
  });
  expect(() => server.delete(messageId)).toThrow(`There is no message ${messageId}`);
});

it("notes how far a person's account has read, and lets no bot read", async () => {
  const to = userAccount.id;
  const person = await logInPerson();
  const heard: Api.TypeUpdate[] = [];
  (await logInPerson()).addEventHandler((update: Api.TypeUpdate) => void heard.push(update));
  const messageId = server.say("42", "read me", { to });
  server.say("42", "me, too", { to, group });
  await expect.poll(() => heard).toHaveLength(2);
  await person.getDialogs();

  await person.markAsRead("42", messageId);
  await person.markAsRead(group, 101);
  expect(server.readUpTo("42", to)).toBe(messageId);
  expect(server.readUpTo(group, to)).toBe(101);
  await expect
    .poll(() => heard.slice(2))
    .toMatchObject([
      { className: "UpdateReadHistoryInbox", maxId: messageId },
      { className: "UpdateReadChannelInbox", maxId: 101 },
    ]);
  await meet(bot, "42");
  await expect(bot.markAsRead("42", 1)).rejects.toMatchObject({
    errorMessage: "BOT_METHOD_INVALID",
  });
});
