import { Redis } from "ioredis";

/** Asks the server behind a URL for its version, and gives null when nobody answers. */
export async function redisVersion(url: string): Promise<string | null> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 2_000,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  redis.on("error", () => {});
  try {
    await redis.connect();
    await redis.ping();
    return /^redis_version:(\S+)/m.exec(await redis.info("server"))?.[1] ?? null;
  } catch {
    return null;
  } finally {
    redis.disconnect();
  }
}

/** Whether the queue's scripts run on a server of this version: they need what Redis 7.0 brought. */
export const isNewEnough = (version: string): boolean => Number(version.split(".")[0]) >= 7;
