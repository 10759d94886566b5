import { createHash } from "node:crypto";
import { MemoryError } from "../errors.ts";

/** A client as the store needs it. An ioredis `Redis` or `Cluster` is one. */
export interface RedisClient {
  /** Runs the script of this digest; rejects with a message that begins with `NOSCRIPT` if the server does not know it. */
  evalsha(sha: string, keys: number, ...args: string[]): Promise<unknown>;
  /** Runs a script by its text. The first `keys` of the further arguments are keys. */
  eval(script: string, keys: number, ...args: string[]): Promise<unknown>;
}

export type RunScript = (
  script: string,
  keys: readonly string[],
  args: readonly (string | number)[],
) => Promise<unknown>;

const digests = new Map<string, string>();

function digestOf(script: string): string {
  let digest = digests.get(script);
  if (digest === undefined) {
    digest = createHash("sha1").update(script).digest("hex");
    digests.set(script, digest);
  }
  return digest;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * ioredis hangs the arguments of the command on its errors, and with them what people wrote: only the message goes on.
 */
function unavailable(error: unknown): MemoryError {
  const message = messageOf(error).slice(0, 200);
  return new MemoryError(
    "store_unavailable",
    `Redis could not run a memory script (${message}): try again, or look at the server.`,
    { cause: new Error(message) },
  );
}

/** Runs scripts by digest, one command each; the text travels only to a server that does not know it. */
export function scriptRunner(redis: RedisClient): RunScript {
  return async (script, keys, args) => {
    const rest = [...keys, ...args.map(String)];
    try {
      return await redis.evalsha(digestOf(script), keys.length, ...rest).catch((error: unknown) => {
        if (!messageOf(error).startsWith("NOSCRIPT")) throw error;
        return redis.eval(script, keys.length, ...rest);
      });
    } catch (error) {
      throw unavailable(error);
    }
  };
}
