import { startTelegramServer } from "@tgmem/telegram-test-server";
import type { Said } from "./telegram.ts";

/** How often it looks for answers, in ms: seldom enough to leave the bot its core. */
const lookEveryMs = 1;

const server = await startTelegramServer();
let seen = 0;
setInterval(() => {
  for (; seen < server.sent.length; seen++) process.send?.({ chat: server.sent[seen]?.chatId });
}, lookEveryMs);
process.on("message", ({ chat, text }: Said) => void server.say(chat, text));
process.once("disconnect", () => process.exit());
process.send?.(server.env);
