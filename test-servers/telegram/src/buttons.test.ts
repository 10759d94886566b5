import bigInt from "big-integer";
import { Api } from "telegram";
import { CallbackQuery, type CallbackQueryEvent } from "telegram/events/CallbackQuery.js";
import { Button } from "telegram/tl/custom/button.js";
import { beforeAll, expect, it } from "vitest";
import { gramjsBench } from "./gramjs.kit.ts";

const { server, bot: logIn, meet } = await gramjsBench();
const bot = await logIn();
beforeAll(() => meet(bot, "42"));

it.each([
  { where: "in a private chat", chat: "42", options: {} },
  { where: "in a supergroup", chat: "-1001000000123", options: { group: "-1001000000123" } },
])("lets a person press a button of a bot, and keeps the answer, $where", async (place) => {
  const { chat, options } = place;
  await meet(bot, "42", options);
  const buttons = [[Button.inline("Yes", Buffer.from("yes")), Button.inline("No")]];
  const { id } = await bot.sendMessage(chat, { message: "Really?", buttons });
  const pressed: string[] = [];
  const react = async (event: CallbackQueryEvent) => {
    pressed.push(`${event.query.userId.toString()}: ${event.data?.toString()}`);
    await event.answer({ message: "Done", alert: true });
    await bot.editMessage(chat, { message: id, text: "Thank you" });
  };
  const onPress = (event: CallbackQueryEvent) => void react(event);
  bot.addEventHandler(onPress, new CallbackQuery());

  const queryId = server.press("42", id, "Yes", options);
  await expect.poll(() => server.sent.at(-1)?.text).toBe("Thank you");
  bot.removeEventHandler(onPress, new CallbackQuery());
  expect(pressed).toEqual(["42: yes"]);
  expect(server.callbackAnswers.at(-1)).toEqual({ queryId, text: "Done", alert: true });
  expect(server.sent.at(-1)).not.toHaveProperty("replyMarkup");
});

it("presses no button that is not there", async () => {
  const buttons = [Button.inline("Yes"), Button.url("Home", "https://example.org")];
  const { id } = await bot.sendMessage("42", { message: "Really?", buttons });
  expect(() => server.press("42", id, "Home")).toThrow(
    `Message ${id} has no callback button "Home": it has "Yes", "Home".`,
  );
  expect(() => server.press("42", 9_999, "Yes")).toThrow("There is no message 9999");
});

it("takes one answer a query", async () => {
  const { id } = await bot.sendMessage("42", { message: "Go?", buttons: Button.inline("Go") });
  const queryId = bigInt(server.press("42", id, "Go"));
  const answer = () =>
    bot.invoke(
      new Api.messages.SetBotCallbackAnswer({
        queryId,
        message: "gone",
        cacheTime: 0,
      }),
    );
  await answer();
  await expect(answer()).rejects.toMatchObject({ errorMessage: "QUERY_ID_INVALID" });
});

it("takes no answer to a press that is too old", async () => {
  const { id } = await bot.sendMessage("42", { message: "Go?", buttons: Button.inline("Go") });
  const query = server.press("42", id, "Go");
  server.expire(query);
  await expect(
    bot.invoke(new Api.messages.SetBotCallbackAnswer({ queryId: bigInt(query), cacheTime: 0 })),
  ).rejects.toMatchObject({ errorMessage: "QUERY_ID_INVALID" });
});

it.each([
  ["without data", ""],
  ["with more than 64 bytes of data", "ü".repeat(33)],
])("refuses a button %s, also in an edit", async (_, data) => {
  const { id } = await bot.sendMessage("42", { message: "Really?" });
  const button = new Api.KeyboardButtonCallback({ text: "Yes", data: Buffer.from(data) });
  const rows = [new Api.KeyboardButtonRow({ buttons: [button] })];
  const buttons = new Api.ReplyInlineMarkup({ rows });
  const refusal = { errorMessage: "BUTTON_DATA_INVALID" };
  await expect(bot.sendMessage("42", { message: "Really?", buttons })).rejects.toMatchObject(
    refusal,
  );
  await expect(
    bot.editMessage("42", { message: id, text: "Really!", buttons }),
  ).rejects.toMatchObject(refusal);
});
