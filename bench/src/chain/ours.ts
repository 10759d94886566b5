import { setTimeout as delay } from "node:timers/promises";
import {
  inboundId,
  type InboundMessage,
  inboundQueue,
  laneOf,
  outboundQueue,
} from "@tgmem/contracts";
import { redisQueue } from "@tgmem/queue/redis";
import { until } from "@tgmem/processes";
import type { Redis } from "ioredis";
import { pollMs } from "./poll.ts";

/** Messages through our consumer and worker. Every cell ends checked, and throws when a message is lost, doubled or out of order. */
export interface Ours {
  /** So many messages in each of so many chats, all waiting at once; resolves with messages a second. */
  backlog(chats: number, each: number): Promise<number>;
  /** One message after another, each alone; resolves with the ms from inbound push to outbound push. */
  lone(times: number): Promise<number[]>;
  close(): Promise<void>;
}

const jobsPerPush = 500;
const leaseMs = 60_000;
/** Waits until the engine has written down all of the last run. */
const restMs = 150;

export function ours(redis: Redis): Ours {
  const inbound = redisQueue(redis, inboundQueue);
  const outbound = redisQueue(redis, outboundQueue);
  let lastUser = 10_000;

  const newUser = () => String(++lastUser);

  /** Takes what the sender would take, and holds it against what was asked. */
  async function check(asked: ReadonlyMap<string, readonly string[]>): Promise<void> {
    await until(async () => (await inbound.stats()).depth === 0, {
      timeoutMs: 60_000,
      what: "the inbound list to be empty",
    });
    const sent = new Map<string, string[]>();
    for (;;) {
      const jobs = await outbound.take({ max: 500, leaseMs, waitMs: 0 });
      if (jobs.length === 0) break;
      for (const { lane, id } of jobs) sent.set(lane, [...(sent.get(lane) ?? []), id]);
      await outbound.settle(jobs.map(({ receipt }) => receipt));
    }
    for (const [user, ids] of asked)
      if (sent.get(user)?.join(" ") !== ids.join(" "))
        throw new Error(
          `Chat ${user} was asked ${ids.join(" ")}, got ${sent.get(user)?.join(" ")}.`,
        );
    if (sent.size > asked.size)
      throw new Error(`${sent.size - asked.size} chats too many got answers.`);
    const { deadLetters } = await inbound.stats();
    if (deadLetters > 0) throw new Error(`${deadLetters} messages are dead letters.`);
  }

  return {
    async backlog(chats, each) {
      const users = Array.from({ length: chats }, newUser);
      const jobs = Array.from({ length: each }, (_, i) =>
        users.map((user) => message(user, i + 1)),
      );
      const all = jobs.flat();
      const startedAt = performance.now();
      for (let from = 0; from < all.length; from += jobsPerPush)
        await inbound.push(all.slice(from, from + jobsPerPush));
      await until(async () => (await outbound.stats()).depth >= all.length, {
        timeoutMs: 300_000,
        everyMs: pollMs,
        what: `${all.length} answers`,
      });
      const ms = performance.now() - startedAt;
      await check(new Map(users.map((user, i) => [user, jobs.flatMap((row) => row[i]?.id ?? [])])));
      return (all.length / ms) * 1_000;
    },
    async lone(times) {
      const ms: number[] = [];
      for (let i = 0; i < times; i++) {
        const job = message(newUser(), 1);
        const startedAt = performance.now();
        await inbound.push([job]);
        // A blocking read, as the sender's: it hears of the push at once.
        const [answer] = await outbound.take({ max: 1, leaseMs, waitMs: 60_000 });
        ms.push(performance.now() - startedAt);
        if (answer?.id !== job.id) throw new Error(`Asked ${job.id}, got ${answer?.id}.`);
        await outbound.settle([answer.receipt]);
        await delay(restMs);
      }
      await check(new Map());
      return ms;
    },
    close: async () => void (await Promise.all([inbound.close(), outbound.close()])),
  };
}

function message(user: string, messageId: number) {
  const body: InboundMessage = {
    v: 1,
    chatId: user,
    userId: user,
    messageId,
    text: `message ${messageId} of the bench`,
    sentAtMs: Date.now(),
  };
  return { id: inboundId("bench", body), lane: laneOf(body), body };
}
