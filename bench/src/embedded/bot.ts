import { setTimeout as delay } from "node:timers/promises";
import { startApp } from "../apps/app-process.ts";
import { cpuMsOf } from "../cpu.ts";
import { residentMiB } from "../resident.ts";
import { people } from "./measure.ts";
import type { Shape } from "./shape.ts";
import { startTelegram } from "./telegram.ts";

/** Long enough that what the start has left behind is gone. */
const settleMs = 10_000;

/**
 * Makes the bot of `pnpm bot`, as it is built, on our Telegram server, which is a process of its own. Telegram's limits are not
 * kept: with them it would send 30 messages a second.
 */
export async function openBot(folder: string, env: Readonly<Record<string, string>>) {
  const telegram = await startTelegram();
  const settings = {
    ...telegram.env,
    WHITELIST_USER: people.join(" "),
    MERGE_WINDOW_MS: "0",
    SEND_PER_SECOND: "1000",
    SEND_CHAT_INTERVAL_MS: "0",
    ...env,
  };
  const start = () => startApp("bot", settings, ["--data", folder]);
  let bot = await start();
  return {
    ask: (text, chat) => telegram.ask({ chat, text }),
    cpuMs: () => cpuMsOf([bot.pid]),
    /** Starts it again with the session that it has. Gives the ms until it receives, and its memory at rest in MiB. */
    async startAgain() {
      await bot.stop();
      const startedAt = performance.now();
      bot = await start();
      const readyMs = performance.now() - startedAt;
      await delay(settleMs);
      return { readyMs, restMiB: await residentMiB(bot.pid) };
    },
    async close() {
      await bot.stop();
      telegram.stop();
    },
  } satisfies Shape & Readonly<Record<string, unknown>>;
}
