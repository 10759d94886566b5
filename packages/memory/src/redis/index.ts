export {
  type IoredisClient,
  type NodeRedisClient,
  type NodeRedisScript,
  type RedisClient,
} from "./redis-client.ts";
export { redisStore, type RedisStoreOptions } from "./redis-store.ts";
