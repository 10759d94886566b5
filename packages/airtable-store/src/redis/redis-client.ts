/** A client as ioredis has them: a `Redis` or a `Cluster`. */
export interface IoredisClient {
  /** Runs a script that the server knows by its hash. It tells this kind of client from the other one. */
  evalsha(sha: string, keys: number, ...args: string[]): Promise<unknown>;
  /** Runs a script. */
  eval(script: string, keys: number, ...args: string[]): Promise<unknown>;
}

/** A client as node-redis has them: of `createClient`, `createClientPool`, `createCluster` or `createSentinel`. */
export interface NodeRedisClient {
  /** Runs a script. */
  eval(
    script: string,
    options: { readonly keys: string[]; readonly arguments: string[] },
  ): Promise<unknown>;
}

/** A client of ioredis or of node-redis, connected. */
export type RedisClient = IoredisClient | NodeRedisClient;

/** Runs a script about some keys. */
export function evalOn(
  redis: RedisClient,
  script: string,
  keys: readonly string[],
  args: readonly string[],
): Promise<unknown> {
  return "evalsha" in redis
    ? redis.eval(script, keys.length, ...keys, ...args)
    : redis.eval(script, { keys: [...keys], arguments: [...args] });
}
