import type { Redis } from "ioredis";
import { pause } from "../deadline.ts";

const quitMs = 1_000;

export interface Connections {
  /** Never gives up: what it was asked is sent again when Redis is back. */
  worker(): Redis;
  /** Its own connection: a blocking read holds the socket, and every other command would wait behind it. */
  blocking(): Redis;
  close(): Promise<void>;
}

/** The connections a queue makes itself, when it first needs them, with the address and credentials of the given client. */
export function connections(redis: Redis, onError: (error: Error) => void): Connections {
  let worker: Redis | undefined;
  let blocking: Redis | undefined;
  let closed = false;

  function connect(): Redis {
    if (closed) throw new Error("Connection is closed.");
    const own = redis.duplicate({
      maxRetriesPerRequest: null,
      autoResendUnfulfilledCommands: true, // Off, a blocking read on a cut connection stays pending for ever.
      enableOfflineQueue: true,
      enableAutoPipelining: false, // Everything would queue behind the blocking read.
      commandTimeout: undefined, // It would end the blocking read too.
    });
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
