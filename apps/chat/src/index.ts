export { type Answer, type Bot, createBot } from "./bot.ts";
export { openBot, setUp } from "./run-chat.ts";
