// Redis
export { type PrivateRedis, startRedis } from "./redis/start-redis.ts";
export { type TestRedis, testRedis } from "./redis/test-redis.ts";
// tests
export { randomPrefix } from "./random-prefix.ts";
export { until, type UntilOptions } from "./until.ts";
