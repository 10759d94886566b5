import { said } from "./said.ts";
import type { Shape } from "./shape.ts";

const loneTimes = 100;
const chats = Array.from({ length: 100 }, (_, chat) => String(1_000 + chat));
const loneChat = "1";
const messagesOfChat = 20;

/** Everybody who writes. */
export const people: readonly string[] = [loneChat, ...chats];

/** What many chats at once came to. */
export interface Crowd {
  readonly perSecond: number;
  /** What a message costs the process of the bot, in ms. */
  readonly cpuMs: number;
}

let count = 0;

/** Measures the ms of the work, time after time, with nothing beside it. */
export async function timesOf(work: (n: number) => Promise<void>): Promise<number[]> {
  const ms: number[] = [];
  for (let time = 0; time < loneTimes; time++) {
    const startedAt = performance.now();
    await work(++count);
    ms.push(performance.now() - startedAt);
  }
  return ms;
}

/** Measures the ms from a message of one chat to its answer, while nobody else writes. */
export const measureLone = (shape: Shape): Promise<number[]> =>
  timesOf((n) => shape.ask(said(n), loneChat));

/** Measures messages a second of many chats, each of which writes again when it is answered, and the CPU of one in ms. */
export async function measureMany(shape: Shape): Promise<Crowd> {
  const startedAt = performance.now();
  const before = await shape.cpuMs();
  await Promise.all(
    chats.map(async (chat) => {
      for (let n = 0; n < messagesOfChat; n++) await shape.ask(said(++count), chat);
    }),
  );
  const messages = chats.length * messagesOfChat;
  const seconds = (performance.now() - startedAt) / 1_000;
  return { perSecond: messages / seconds, cpuMs: ((await shape.cpuMs()) - before) / messages };
}
