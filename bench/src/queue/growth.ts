import { type PrivateRedis, startRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { fill } from "./cells.ts";
import { bodyOf } from "./load.ts";
import { type Measured, measure } from "./measure.ts";
import type { OpenPeer, Peer } from "./peers/peer.ts";
import { aborted } from "./tally.ts";

export const depths = [100, 10_000, 1_000_000] as const;
const turnedOver = 4_000;

/** A queue in a Redis of its own in which so many jobs wait. */
export class Stock {
  readonly #server: PrivateRedis;
  readonly #redis: Redis;
  readonly #peer: Peer;
  readonly #depth: number;
  #added: number;
  readonly #handled = new Set<number>();
  #twice = 0;

  private constructor(server: PrivateRedis, redis: Redis, peer: Peer, depth: number) {
    this.#server = server;
    this.#redis = redis;
    this.#peer = peer;
    this.#depth = depth;
    this.#added = depth;
  }

  static async open(openPeer: OpenPeer, depth: number): Promise<Stock> {
    const server = await startRedis({ fsync: "everysec" });
    const redis = new Redis(server.url);
    // A rewrite of the log forks the server: it would fall into some cells and not into others.
    await redis.config("SET", "auto-aof-rewrite-percentage", "0");
    const peer = await openPeer({ host: "127.0.0.1", port: server.port }, "stock");
    await fill(peer, depth);
    return new Stock(server, redis, peer, depth);
  }

  /** Handles jobs, each of which puts another one at the end, so that as many wait afterwards. */
  async turnOver(): Promise<Measured> {
    const full = new AbortController();
    const before = this.#handled.size;
    const work = async ({ n }: { readonly n: number }) => {
      if (this.#handled.has(n)) this.#twice++;
      this.#handled.add(n);
      await this.#peer.add(bodyOf(this.#added++));
      if (this.#handled.size - before >= turnedOver) full.abort();
    };
    let stopped: Promise<void> | undefined;
    const measured = await measure(this.#redis, {
      jobs: turnedOver,
      run: async () => {
        stopped = this.#peer.handle(work, { signal: full.signal });
        await Promise.race([aborted(full.signal), stopped]);
      },
    });
    await stopped;
    return measured;
  }

  /** Throws unless no job was handled twice, and as many wait as at the beginning. */
  check(what: string): void {
    const left = this.#added - this.#handled.size;
    if (left !== this.#depth || this.#twice > 0)
      throw new Error(`${what}: ${left} jobs wait, and ${this.#twice} were handled twice.`);
  }

  async close(): Promise<void> {
    await this.#peer.close();
    this.#redis.disconnect();
    await this.#server.stop();
  }
}
