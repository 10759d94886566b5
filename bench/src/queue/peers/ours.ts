import { consume, type NewJob, type Queue } from "@tgmem/queue";
import { redisQueue } from "@tgmem/queue/redis";
import { Redis } from "ioredis";
import { type Body, inFlight } from "../load.ts";
import { type OpenPeer, parseBody, type Place } from "./peer.ts";

export interface OurQueue {
  readonly queue: Queue<Body>;
  readonly close: () => Promise<void>;
}

export interface OurOptions {
  readonly name: string;
  readonly handOff?: boolean;
}

/** One handle of a process, with a client of its own. */
export function openQueue(place: Place, { name, handOff = false }: OurOptions): OurQueue {
  const redis = new Redis({ ...place });
  const queue = redisQueue<Body>(redis, { name, schema: { parse: parseBody }, handOff });
  return {
    queue,
    async close() {
      await queue.close();
      redis.disconnect();
    },
  };
}

export const jobOf = (body: Body, laneCount: number): NewJob<Body> => ({
  id: `j${body.n}`,
  lane: `l${body.n % laneCount}`,
  body,
});

/** Opens ours, with jobs in so many lanes in turns. */
export function ours(laneCount: number): OpenPeer {
  return async (place, name) => {
    const { queue, close } = openQueue(place, { name });
    return {
      add: (body) => queue.push([jobOf(body, laneCount)]),
      addAll: (bodies) => queue.push(bodies.map((body) => jobOf(body, laneCount))),
      handle: (work, { signal }) =>
        consume(queue, ({ body }) => work(body), { concurrency: inFlight }).run({ signal }),
      close,
    };
  };
}
