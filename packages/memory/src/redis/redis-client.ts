/** A client as ioredis has them: a `Redis` or a `Cluster`. */
export interface IoredisClient {
  /** Runs a script that the server knows by its hash. */
  evalsha(sha: string, keys: number, ...args: string[]): Promise<unknown>;
  /** Runs a script by its text, which the server knows from then on. */
  eval(script: string, keys: number, ...args: string[]): Promise<unknown>;
  /** Sends commands together. What has none reads with a script, which takes longer. */
  pipeline?(commands: (string | number)[][]): {
    /** Sends them, and resolves with an error or an answer for each; null = none was sent. */
    exec(): Promise<readonly (readonly [Error | null, unknown])[] | null>;
  };
  /** Whether it is one of many servers: then it may read from a replica, which is behind. */
  readonly isCluster?: boolean;
}

/** What a script of a node-redis client is given. */
export interface NodeRedisScript {
  readonly keys: string[];
  readonly arguments: string[];
}

/** A client as node-redis has them: of `createClient`, `createClientPool`, `createCluster` or `createSentinel`. */
export interface NodeRedisClient {
  /** Runs a script that the server knows by its hash. */
  evalSha(sha: string, script: NodeRedisScript): Promise<unknown>;
  /** Runs a script by its text, which the server knows from then on. */
  eval(text: string, script: NodeRedisScript): Promise<unknown>;
}

/** A client as the store needs it: of ioredis or of node-redis, connected. */
export type RedisClient = IoredisClient | NodeRedisClient;

/** The one command of a client that every server has to be asked apart. */
export type Scan = (cursor: string, pattern: string, count: number) => Promise<unknown>;

export interface Scripts {
  evalSha(sha: string, keys: readonly string[], args: readonly string[]): Promise<unknown>;
  eval(text: string, keys: readonly string[], args: readonly string[]): Promise<unknown>;
}

/** Lets either kind of client run scripts in the same way. */
export function scriptsOf(redis: RedisClient): Scripts {
  if ("evalsha" in redis) {
    return {
      evalSha: (sha, keys, args) => redis.evalsha(sha, keys.length, ...keys, ...args),
      eval: (text, keys, args) => redis.eval(text, keys.length, ...keys, ...args),
    };
  }
  return {
    evalSha: (sha, keys, args) => redis.evalSha(sha, { keys: [...keys], arguments: [...args] }),
    eval: (text, keys, args) => redis.eval(text, { keys: [...keys], arguments: [...args] }),
  };
}
