export { redisQueue, type RedisQueueOptions } from "./redis-queue.ts";
export type { RedisClient } from "./client.ts";
