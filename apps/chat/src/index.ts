export { type Bot, createBot } from "./bot.ts";
