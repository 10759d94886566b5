import { pause, withDeadline } from "../deadline.ts";
import type { RedisClient } from "./client.ts";

/** A sleeper looks by itself after this long, because a ring is lost with the process that heard it. */
export const longestSleepMs = 5_000;
/** A read that lasts 0 would last for ever. */
const shortestReadMs = 10;
const refusedPollMs = 250;

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

export interface SleepOptions {
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Wakes one sleeper for each ring, over all processes: a ring is an element of a list, which a blocking read takes away. One
 * read serves all sleepers of this process, and a ring that comes when none is left is passed on.
 */
export class Bell {
  readonly #connect: () => RedisClient;
  readonly #list: string;
  readonly #sleepers = new Set<Sleeper>();
  #listens = false;
  #closed = false;

  constructor(connect: () => RedisClient, list: string) {
    this.#connect = connect;
    this.#list = list;
  }

  /** Resolves at a ring, after `ms`, at an abort, or at the close. */
  async sleep({ ms, signal }: SleepOptions): Promise<void> {
    if (this.#closed) return;
    const { promise: rung, resolve: wake } = Promise.withResolvers<void>();
    const sleeper = { until: performance.now() + ms, wake };
    this.#sleepers.add(sleeper);
    void this.#listen();
    await withDeadline(rung, { ms, late: notRung, signal }).catch(() => {});
    this.#sleepers.delete(sleeper);
  }

  close(): void {
    this.#closed = true;
    this.#wakeAll();
  }

  async #listen(): Promise<void> {
    if (this.#listens) return;
    this.#listens = true;
    while (this.#sleepers.size > 0) await this.#hear();
    this.#listens = false;
  }

  async #hear(): Promise<void> {
    try {
      const rung = await this.#connect().blpop(this.#list, this.#readMs() / 1_000);
      if (rung) await this.#wakeOne();
    } catch {
      if (this.#closed) return;
      // Redis refuses, for instance as a replica. The take of a sleeper tells of it, and waits until that has passed.
      await pause(refusedPollMs);
      this.#wakeAll();
    }
  }

  /** A read lasts as long as somebody sleeps, because a ring that nobody hears makes others wait. */
  #readMs(): number {
    let until = 0;
    for (const sleeper of this.#sleepers) until = Math.max(until, sleeper.until);
    return Math.max(shortestReadMs, Math.ceil(until - performance.now()));
  }

  async #wakeOne(): Promise<void> {
    const [first] = this.#sleepers;
    if (!first) return void (await this.#connect().rpush(this.#list, ""));
    this.#sleepers.delete(first);
    first.wake();
  }

  #wakeAll(): void {
    for (const { wake } of this.#sleepers) wake();
    this.#sleepers.clear();
  }
}

const notRung = () => new Error("The bell was not rung.");
