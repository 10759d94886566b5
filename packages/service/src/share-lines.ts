import type { Redis } from "./redis.ts";

/** The channel on which every process shows its log lines, in JSON, to whoever listens. They are kept nowhere. */
export const linesChannel = "tgmem:lines";

/** The part of a Redis client that is needed here. */
type Publisher = Pick<Redis, "status" | "publish"> & {
  pubsub(what: "NUMSUB", channel: string): Promise<unknown>;
};

const askEveryMs = 2_000;

/** Shows log lines to others. */
export interface LineShare {
  /** Takes in by whom they are shown; lines before it are not. */
  to(redis: Publisher): void;
  /** Takes in a line. It neither waits nor fails: nobody relies on it. */
  write(line: string): void;
}

/** Makes it for one process. While nobody listens, a process asks every two seconds at most whether somebody does. */
export function createLineShare({ now = () => performance.now() } = {}): LineShare {
  let redis: Publisher | undefined;
  let askedAtMs = -Infinity;
  let isHeard = Promise.resolve(false);
  return {
    to: (client) => void (redis = client),
    write(line) {
      const client = redis;
      // A client that is cut off would keep everything until it is back.
      if (client?.status !== "ready") return;
      if (now() - askedAtMs >= askEveryMs) {
        askedAtMs = now();
        isHeard = client.pubsub("NUMSUB", linesChannel).then(
          (reply) => Array.isArray(reply) && Number(reply[1]) > 0,
          () => false,
        );
      }
      isHeard
        .then((heard) => (heard ? client.publish(linesChannel, line) : undefined))
        .catch(() => {});
    },
  };
}
