import { Redis } from "ioredis";

/** Asks the server behind a URL for its version, and gives null when nobody answers. */
export const redisVersion = (url: string): Promise<string | null> => infoOf(url, "redis_version");

/** Asks which process the server behind a URL is, and gives null when nobody answers. */
export async function redisPid(url: string): Promise<number | null> {
  const pid = await infoOf(url, "process_id");
  return pid === null ? null : Number(pid);
}

async function infoOf(url: string, field: string): Promise<string | null> {
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
    return new RegExp(`^${field}:(\\S+)`, "m").exec(await redis.info("server"))?.[1] ?? null;
  } catch {
    return null;
  } finally {
    redis.disconnect();
  }
}

/** Whether the queue's scripts run on a server of this version: they need what Redis 7.0 brought. */
export const isNewEnough = (version: string): boolean => Number(version.split(".")[0]) >= 7;
