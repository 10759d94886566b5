import { pause } from "../deadline.ts";
import type { RedisClient } from "./client.ts";

const quitMs = 1_000;

/** Settings of a connection that waits for Redis; automatic pipelines are off, too, or all would queue behind a blocking read. */
const patient = {
  maxRetriesPerRequest: null,
  autoResendUnfulfilledCommands: true, // Off, a blocking read on a cut connection stays pending for ever.
  commandTimeout: undefined, // It would end the blocking read too.
};

export interface Connections<C extends RedisClient = RedisClient> {
  /** Never gives up: what it was asked is sent again when Redis is back. */
  worker(): C;
  /** Its own connection: a blocking read holds the socket, and every other command would wait behind it. */
  blocking(): C;
  close(): Promise<void>;
}

/** The connections a queue makes itself, when it first needs them, with the address and credentials of the given client. */
export function connections<C extends RedisClient>(
  redis: C,
  onError: (error: Error) => void,
): Connections<C> {
  let worker: C | undefined;
  let blocking: C | undefined;
  let closed = false;

  function connect(): C {
    if (closed) throw new Error("Connection is closed.");
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a duplicate is of the same kind
    const own = duplicate(redis) as C;
    own.on("error", onError);
    return own;
  }

  return {
    worker: () => (worker ??= connect()),
    blocking: () => (blocking ??= connect()),
    async close() {
      closed = true;
      blocking?.disconnect();
      // Waits for the answers to what is on the wire, if there is a wire.
      if (worker?.status === "ready")
        await Promise.race([worker.quit().catch(() => {}), pause(quitMs)]);
      worker?.disconnect();
    },
  };
}

function duplicate(redis: RedisClient): RedisClient {
  const own = { enableOfflineQueue: true, enableAutoPipelining: false };
  if (!("nodes" in redis)) return redis.duplicate({ ...patient, ...own });
  // The default of ioredis is named, because the type of its option forbids an undefined one.
  const { replyMapping = "legacy", ...given } = redis.options.redisOptions ?? {};
  return redis.duplicate([], { ...own, redisOptions: { ...given, ...patient, replyMapping } });
}
