import { createHash } from "node:crypto";
import { MemoryError } from "../errors.ts";
import { type RedisClient, scriptsOf } from "./redis-client.ts";

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
export function unavailable(error: unknown): MemoryError {
  if (error instanceof MemoryError) return error;
  const message = messageOf(error).slice(0, 200);
  return new MemoryError(
    "store_unavailable",
    `Redis could not run a memory script (${message}): try again, or look at the server.`,
    { cause: new Error(message) },
  );
}

/** Runs scripts by digest, one command each; the text travels only to a server that does not know it. */
export function scriptRunner(redis: RedisClient): RunScript {
  const scripts = scriptsOf(redis);
  return async (script, keys, numbers) => {
    const args = numbers.map(String);
    try {
      return await scripts.evalSha(digestOf(script), keys, args).catch((error: unknown) => {
        if (!messageOf(error).startsWith("NOSCRIPT")) throw error;
        return scripts.eval(script, keys, args);
      });
    } catch (error) {
      throw unavailable(error);
    }
  };
}
