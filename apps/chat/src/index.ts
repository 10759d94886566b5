export { type Answer, type Bot, createBot } from "./bot.ts";
