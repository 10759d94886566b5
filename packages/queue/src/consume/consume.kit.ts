import { inMemoryQueue } from "../in-memory/in-memory-queue.ts";
import type { Queue } from "../queue.ts";
import type { ConsumeEvent } from "./consumer.ts";

export interface Body {
  readonly n: number;
}
const schema = { parse: (value: unknown): Body => ({ n: Number(value) }) };

/** A queue in memory with a clock of its own, and what a consumer tells of it. */
export function setUp(options: { maxAttempts?: number } = {}) {
  const clock = { now: 1_000 };
  const queue = inMemoryQueue<Body>({ name: "test", schema, now: () => clock.now, ...options });
  const events: ConsumeEvent[] = [];
  return { clock, queue, events, onEvent: (event: ConsumeEvent) => void events.push(event) };
}

/** Pushes jobs of one lane. */
export const push = (queue: Queue<Body>, lane: string, ...ids: string[]) =>
  queue.push(ids.map((id) => ({ id, lane, body: { n: 1 } })));

/** What there is now: each job with its attempt. */
export async function left(queue: Queue<Body>): Promise<[id: string, attempt: number][]> {
  const jobs = await queue.take({ max: 9, leaseMs: 9, waitMs: 0 });
  return jobs.map(({ id, attempt }) => [id, attempt]);
}
