import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { botAccount } from "@tgmem/telegram-test-server";
import { z } from "zod";
import { dieWithUs } from "../apps/app-process.ts";

const Server = z.record(z.string(), z.string());

/** What a person writes to the bot. */
export interface Said {
  readonly chat: string;
  readonly text: string;
}

/** Starts our Telegram server in a process of its own, so that what it takes is not counted as the bot's. */
export async function startTelegram() {
  const child = fork(fileURLToPath(new URL("telegram-process.ts", import.meta.url)));
  dieWithUs(child);
  const [server]: unknown[] = await once(child, "message");
  const waiting = new Map<string, () => void>();
  child.on("message", ({ chat }: Pick<Said, "chat">) => {
    waiting.get(chat)?.();
    waiting.delete(chat);
  });
  return {
    /** What logs the bot in to it. */
    env: {
      ...Server.parse(server),
      TELEGRAM_API_ID: "1",
      TELEGRAM_API_HASH: "hash",
      TELEGRAM_BOT_TOKEN: botAccount.botToken,
    },
    /** Resolves when the bot has written in the chat, which has one message on the way at a time. */
    ask: (said: Said) =>
      new Promise<void>((resolve) => {
        waiting.set(said.chat, resolve);
        child.send(said);
      }),
    stop: () => child.disconnect(),
  };
}
