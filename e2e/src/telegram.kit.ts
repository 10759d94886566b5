import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { createWorld } from "./world.kit.ts";

export type TelegramWorld = Awaited<ReturnType<typeof createTelegramWorld>>;

/** The world with a Telegram in it; `env` logs a process in there as the bot, each message answered on its own. */
export async function createTelegramWorld() {
  const world = await createWorld();
  const telegram = await startTelegramServer();
  const folder = await mkdtemp(join(tmpdir(), "tgmem-e2e-"));
  return {
    world,
    telegram,
    env: {
      ...telegram.env,
      TELEGRAM_API_ID: "1",
      TELEGRAM_API_HASH: "hash",
      TELEGRAM_BOT_TOKEN: botAccount.botToken,
      TELEGRAM_SESSION: join(folder, "receiver"),
      TELEGRAM_SENDER_SESSION: join(folder, "sender"),
      MERGE_WINDOW_MS: "0",
    },
    async close() {
      await world.close();
      await telegram.close();
      await rm(folder, { recursive: true });
    },
  };
}
