export { redisQueue, type RedisQueueOptions } from "./redis-queue.ts";
export { dumpQueue, loadQueue } from "./stored-queue.ts";
export type { RedisClient } from "./client.ts";
