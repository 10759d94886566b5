import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { type RunningProcess, startProcess } from "@tgmem/processes";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { onTestFinished } from "vitest";

const main = new URL("main.ts", import.meta.url);

/** Those who may talk to it, unless a test says otherwise. */
export const people = Array.from({ length: 20 }, (_, index) => String(1_001 + index));

/** Makes a world for one test: a Telegram, a model, and a folder for a bot that is started as often as the test asks. */
export async function botWorld(more: Readonly<Record<string, string>> = {}) {
  const telegram = await startTelegramServer();
  const model = await startOpenRouterServer();
  const data = await mkdtemp(join(tmpdir(), "tgmem-bot-"));
  const started: RunningProcess[] = [];
  onTestFinished(async () => {
    await Promise.all(started.map((bot) => bot.stop("SIGKILL")));
    await model.close();
    await telegram.close();
    await rm(data, { recursive: true });
  });
  const env = {
    ...telegram.env,
    TELEGRAM_API_ID: "1",
    TELEGRAM_API_HASH: "hash",
    TELEGRAM_BOT_TOKEN: botAccount.botToken,
    OPEN_ROUTER_API_KEY: "key",
    OPENROUTER_BASE_URL: model.baseURL,
    OPENROUTER_CHAT_MODEL: "test/model",
    MERGE_WINDOW_MS: "0",
    SEND_PER_SECOND: "1000",
    SEND_CHAT_INTERVAL_MS: "0",
    METRICS_PORT: "0",
    WHITELIST_USER: people.join(" "),
    ...more,
  };
  return {
    telegram,
    model,
    data,
    start: async (folder = data) => {
      const bot = startProcess(main, { env, args: ["--data", folder] });
      started.push(bot);
      await bot.says("started");
      return bot;
    },
  };
}

export type Telegram = Awaited<ReturnType<typeof botWorld>>["telegram"];

/** Which of its messages, "message 1", "message 2" and so on, each chat has an answer to, in the order of the answers. */
export const answersByChat = (telegram: Telegram): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...Map.groupBy(telegram.sent, ({ chatId }) => chatId)].map(([chat, sent]) => [
      chat,
      sent.map(({ text }) => /message \d+/u.exec(text)?.[0] ?? text),
    ]),
  );
