import { Redis } from "ioredis";
import { inFlight } from "../load.ts";
import { type OpenPeer, parseBody } from "./peer.ts";

/** The least that loses no job: a list, a second one of what is in work, and nothing that ever looks at it. */
export const openRaw: OpenPeer = async (place, name) => {
  const redis = new Redis({ ...place });
  const worker = new Redis({ ...place });
  const [list, held] = [`raw:${name}`, `raw:${name}:held`];
  return {
    add: (body) => redis.lpush(list, JSON.stringify(body)),
    addAll: (bodies) => redis.lpush(list, ...bodies.map((body) => JSON.stringify(body))),
    async handle(work, { signal }) {
      const loop = async () => {
        while (!signal.aborted) {
          const text = await worker.lmove(list, held, "RIGHT", "LEFT");
          if (text === null) return;
          await work(parseBody(JSON.parse(text)));
          await worker.lrem(held, 1, text);
        }
      };
      await Promise.all(Array.from({ length: inFlight }, loop));
    },
    async close() {
      redis.disconnect();
      worker.disconnect();
    },
  };
};
