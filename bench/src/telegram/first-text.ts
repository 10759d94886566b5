import { setTimeout as delay } from "node:timers/promises";
import {
  inboundId,
  type InboundMessage,
  inboundQueue,
  laneOf,
  outboundQueue,
} from "@tgmem/contracts";
import type { Behaviour } from "@tgmem/openrouter-test-server";
import { until } from "@tgmem/processes";
import { redisQueue } from "@tgmem/queue/redis";
import { Redis } from "ioredis";
import { startBot } from "../apps/bot.ts";
import { quantile } from "../quantile.ts";
import { limitGoal, rowOf } from "../report.ts";

/** So many people ask at once, so often; the first time counts for nothing, because much is compiled in it. */
const people = 5;
const times = 11;
/** A model that writes 30 tokens a second, for two seconds. */
const tokenMs = 33;
const tokens = 60;
const lookMs = 2;
const mostMs = 1_200;

/**
 * Measures on the real chain (Redis, engine, consumer, worker and sender, each a process) how long it takes from the first
 * token of the model until the Telegram server shows the first text of the answer.
 */
export async function firstText(onProgress: (line: string) => void) {
  onProgress("starting the chain, for the first text of streamed answers");
  const ms = await firstTexts();
  const what = "ms from the model's first token to the first text that Telegram shows";
  return {
    rows: [rowOf("first text of a streamed answer", "ms", ms)],
    goals: [
      limitGoal(`${what}, p50`, mostMs, quantile(ms, 0.5)),
      limitGoal(`${what}, p99`, mostMs, quantile(ms, 0.99)),
    ],
  };
}

/** Resolves with the ms of 50 answers. */
async function firstTexts(): Promise<number[]> {
  const { model, telegram, redisUrl, stop } = await startBot(["worker", "consumer", "sender"]);
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const inbound = redisQueue(redis, inboundQueue);
  const outbound = redisQueue(redis, outboundQueue);
  try {
    const beganAt = new Map<string, number>();
    model.when(() => true, writing(beganAt));
    const ms: number[] = [];
    for (let time = 0; time < times; time++) {
      const asked = Array.from({ length: people }, (_, index) =>
        String(10_000 + time * people + index),
      );
      await inbound.push(asked.map(question));
      const shown = await Promise.all(
        asked.map(async (person) => {
          await until(() => telegram.sent.some(({ chatId }) => chatId === person), {
            everyMs: lookMs,
            what: `an answer to ${person}`,
          });
          return performance.now() - (beganAt.get(person) ?? Number.NaN);
        }),
      );
      if (time > 0) ms.push(...shown);
      await until(
        async () => (await inbound.stats()).depth + (await outbound.stats()).depth === 0,
        {
          what: "the whole answers",
        },
      );
      for (const { chatId, text } of telegram.sent)
        if (text !== whole)
          throw new Error(`${chatId} shows something else than the answer: ${text}`);
    }
    return ms;
  } finally {
    await Promise.all([inbound.close(), outbound.close()]);
    await redis.quit();
    await stop();
  }
}

const token = (number: number) => `word${number % 10} `;
const whole = Array.from({ length: tokens }, (_, number) => token(number))
  .join("")
  .trim();

function question(person: string) {
  const body: InboundMessage = {
    v: 1,
    chatId: person,
    userId: person,
    messageId: 1,
    text: `a question of person ${person}`,
    sentAtMs: Date.now(),
  };
  return { id: inboundId("bench", body), lane: laneOf(body), body };
}

/** Writes as a model does, and notes when it began to answer whom. */
const writing =
  (beganAt: Map<string, number>): Behaviour =>
  async ({ messages }, response) => {
    const person = /person (\d+)/u.exec(messages.at(-1)?.content ?? "")?.[1] ?? "";
    const event = (data: object) => void response.write(`data: ${JSON.stringify(data)}\n\n`);
    response.writeHead(200, { "content-type": "text/event-stream" });
    beganAt.set(person, performance.now());
    for (let number = 0; number < tokens; number++) {
      event({ choices: [{ delta: { content: token(number) } }] });
      await delay(tokenMs);
    }
    event({ choices: [{ delta: {}, finish_reason: "stop" }] });
    response.end("data: [DONE]\n\n");
  };
