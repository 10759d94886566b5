export { redisRate } from "./redis-rate.ts";
export type { RedisRate, RedisRateOptions } from "./redis-rate.ts";
export type { IoredisClient, NodeRedisClient, RedisClient } from "./redis-client.ts";
