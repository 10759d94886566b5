import { randomPrefix } from "@tgmem/testbed";
import type { Redis } from "ioredis";
import { onTestFinished } from "vitest";
import type { NewJob, Queue } from "../queue.ts";
import { redisQueue } from "./redis-queue.ts";

/** A queue of at most three lanes in flight, of which a claimed job is buried by its next claim. */
export interface OpenQueue {
  readonly queue: Queue<number>;
  readonly key: (kind: string) => string;
  /** Pushes jobs to the lanes that are the first letters of their ids. */
  readonly push: (...jobs: (string | Pick<NewJob<number>, "id" | "delayMs">)[]) => Promise<void>;
  /** Resolves with receipts. */
  readonly take: (max: number) => Promise<string[]>;
  readonly claim: (lane: string, id: string) => Promise<unknown>;
  /** Somebody was woken, so the bell is silent. */
  readonly hear: () => Promise<void>;
}

export function openQueue(redis: Redis): OpenQueue {
  const name = randomPrefix();
  const key = (kind: string) => `q:{${name}}:${kind}`;
  const options = { name, schema: { parse: Number }, maxInFlight: 3, maxEndedLeases: 1 };
  const queue = redisQueue(redis, options);
  onTestFinished(() => queue.close());
  return {
    queue,
    key,
    async push(...jobs) {
      const all = jobs.map((given) => (typeof given === "string" ? { id: given } : given));
      await queue.push(all.map((one) => ({ ...one, lane: one.id.slice(0, 1), body: 1 })));
    },
    async take(max) {
      const jobs = await queue.take({ max, leaseMs: 60_000, waitMs: 0 });
      return jobs.map(({ receipt }) => receipt);
    },
    claim: (lane, id) => queue.claim(lane, id, { leaseMs: 60_000 }),
    hear: async () => void (await redis.del(key("bell"))),
  };
}
