import {
  BotKeyboard,
  type CallbackQuery,
  MemoryStorage,
  type Message,
  TelegramClient,
} from "@mtcute/node";
import { afterAll, expect, it } from "vitest";
import { mtcuteOptions, mtcuteServerOptions } from "./mtcute.ts";
import { botAccount, startTelegramServer } from "./start-telegram-server.ts";

const errors: unknown[] = [];
const server = await startTelegramServer({
  ...mtcuteServerOptions(),
  onError: (error) => errors.push(error),
});
const bot = new TelegramClient({
  apiId: 1,
  apiHash: "hash",
  storage: new MemoryStorage(),
  ...(await mtcuteOptions(server.endpoint)),
  updates: { catchUp: true },
  logLevel: 0,
});
await bot.start({ botToken: botAccount.botToken });
afterAll(async () => {
  await bot.destroy();
  await server.close();
});

it("serves a bot of an unrelated client: answers, buttons, edits, files, deletions", async () => {
  const answer = async (message: Message) => {
    const keyboard = BotKeyboard.inline([[BotKeyboard.callback("Again", "again")]]);
    await bot.answerText(message, `You said: ${message.text}`, { replyMarkup: keyboard });
  };
  const react = async (query: CallbackQuery) => {
    await bot.answerCallbackQuery(query, { text: "Here you are" });
    await bot.editMessage({ chatId: 42, message: query.messageId, text: "Once more" });
  };
  bot.onNewMessage.add((message) => void answer(message));
  bot.onCallbackQuery.add((query) => void react(query));

  // What comes before this call is old to the client.
  await expect.poll(() => server.calls).toContain("updates.getDifference");
  server.say("42", "hello");
  await expect.poll(() => server.sent).toMatchObject([{ text: "You said: hello" }]);
  const [{ messageId } = { messageId: 0 }] = server.sent;
  const queryId = server.press("42", messageId, "Again");
  await expect.poll(() => server.sent).toMatchObject([{ text: "Once more" }]);
  expect(server.callbackAnswers).toEqual([{ queryId, text: "Here you are", alert: false }]);

  const file = { type: "document", file: Buffer.from("a,b"), fileName: "table.csv" } as const;
  const sent = await bot.sendMedia(42, file);
  const document = sent.media?.type === "document" ? sent.media : undefined;
  expect(document && Buffer.from(await bot.downloadAsBuffer(document))).toEqual(file.file);
  await bot.deleteMessages([sent]);
  expect(server.sent).toMatchObject([{ text: "Once more" }]);
  expect(errors).toEqual([]);
});
