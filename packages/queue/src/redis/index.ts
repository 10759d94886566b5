export { redisQueue, type RedisQueueOptions } from "./redis-queue.ts";
