// Redis
export { type PrivateRedis, startRedis } from "./redis/start-redis.ts";
export { type OwnRedis, ownRedis } from "./redis/own-redis.ts";
export { type OwnRedisCluster, ownRedisCluster } from "./redis/own-redis-cluster.ts";
export { newestLog, rewriteLog } from "./redis/append-only-log.ts";
export { type TestRedis, testRedis } from "./redis/test-redis.ts";
// Postgres and the engine
export { type PrivatePostgres, startPostgres } from "./postgres/start-postgres.ts";
export { type TestPostgres, testPostgres } from "./postgres/test-postgres.ts";
export { type TestEngine, testEngine } from "./engine/test-engine.ts";
// proxies
export { startMtproxy } from "./proxies/start-mtproxy.ts";
export { startSocks5 } from "./proxies/start-socks5.ts";
export type { TestProxy } from "./proxies/test-proxy.ts";
// disks
export { keepFull } from "./keep-full.ts";
export { type TestDisks, testDisks } from "./test-disks.ts";
// tests
export { randomPrefix } from "./random-prefix.ts";
