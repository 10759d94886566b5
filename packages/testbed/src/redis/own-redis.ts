import { missingServer } from "../missing.ts";
import { type PrivateRedis, redisBinary, type RedisSettings, startRedis } from "./start-redis.ts";

/** A Redis server that one test has to itself. */
export type OwnRedis = PrivateRedis & {
  /** True when there is no server to start. Never true in CI. */
  readonly missing: boolean;
};

const nothing = async () => {};

/**
 * Starts a Redis server as `startRedis` does; where there is no program of one it throws in CI, and elsewhere says what
 * is skipped.
 *
 *     const redis = await ownRedis();
 *     beforeEach((context) => context.skip(redis.missing, "no redis-server"));
 */
export async function ownRedis(options: RedisSettings = {}): Promise<OwnRedis> {
  if (redisBinary() !== null) return { ...(await startRedis(options)), missing: false };
  missingServer("A Redis server of one's own", "install redis-server or valkey-server.");
  // Port 1 refuses at once, so a client that is made before the skip does no harm.
  return {
    url: "redis://127.0.0.1:1",
    port: 1,
    kill: nothing,
    restart: nothing,
    stop: nothing,
    missing: true,
  };
}
