import { readFile } from "node:fs/promises";
import { TelegramClient } from "telegram";
import { NewMessage, type NewMessageEvent } from "telegram/events/index.js";
import { LogLevel } from "telegram/extensions/Logger.js";
import { StringSession } from "telegram/sessions/index.js";
import { expect, it } from "vitest";
import { gramjsOptions } from "@tgmem/telegram-test-server/gramjs";
import { botAccount, startTelegramServer } from "./index.ts";

// #region example
it("answers once, although Telegram asks it to wait", async () => {
  const server = await startTelegramServer();
  const options = { connectionRetries: 5, ...gramjsOptions(server.endpoint) };
  const bot = new TelegramClient(new StringSession(""), 1, "hash", options);
  bot.setLogLevel(LogLevel.NONE);
  await bot.start({ botAuthToken: botAccount.botToken });
  bot.addEventHandler(
    ({ message }: NewMessageEvent) => {
      void message.respond({ message: `You said: ${message.text}` });
    },
    new NewMessage({ incoming: true }),
  );

  server.faults.floodWait(1);
  server.say("42", "hello");

  await expect.poll(() => server.sent, { timeout: 5_000 }).toHaveLength(1);
  expect(server.sent).toMatchObject([{ chatId: "42", text: "You said: hello" }]);
  await bot.destroy();
  await server.close();
});
// #endregion

it("is quoted in the README", async () => {
  const [source = "", readme = ""] = await Promise.all(
    [import.meta.filename, new URL("../../../packages/telegram/README.md", import.meta.url)].map(
      (file) => readFile(file, "utf8"),
    ),
  );
  const [, example = ""] = /\/\/ #region example\n(.+?)\/\/ #endregion/s.exec(source) ?? [];
  expect(example).not.toBe("");
  expect(readme).toContain(example);
});
