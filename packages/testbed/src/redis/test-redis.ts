import { missingServer } from "../missing.ts";
import { isNewEnough, redisVersion } from "./answers.ts";
import { redisBinary, startRedis } from "./start-redis.ts";

/** The Redis server that tests share. */
export interface TestRedis {
  readonly url: string;
  /** True when there is no server: `describe.skipIf(redis.missing)`. Never true in CI. */
  readonly missing: boolean;
}

const defaultUrl = "redis://127.0.0.1:6379";
let found: Promise<TestRedis> | null = null;

/**
 * Finds the Redis that tests share: the one at REDIS_URL, else the one on 127.0.0.1:6379, else one started for this process.
 * Isolate by `randomPrefix()`; never flush it. Without any it throws in CI, and elsewhere says what is skipped.
 *
 *     const redis = await testRedis();
 *     describe.skipIf(redis.missing)("…", () => { … redis.url … });
 */
export function testRedis(): Promise<TestRedis> {
  found ??= find();
  return found;
}

async function find(): Promise<TestRedis> {
  const given = process.env["REDIS_URL"];
  const url = given ?? defaultUrl;
  const version = await redisVersion(url);
  if (version !== null && isNewEnough(version)) return { url, missing: false };
  if (given !== undefined) {
    throw new Error(
      `REDIS_URL is set, but ${version === null ? "nobody answers there" : `Redis ${version} does`}: tests need Redis 7.0 or newer.`,
    );
  }
  if (redisBinary() !== null) return { url: (await startRedis()).url, missing: false };
  missingServer("Redis 7.0 or newer", "set REDIS_URL, or install redis-server or valkey-server.");
  return { url, missing: true };
}
