export {
  type IoredisClient,
  type NodeRedisClient,
  type NodeRedisScript,
  type RedisClient,
} from "./redis-client.ts";
export { redisPostings, type RedisPostingsOptions } from "./redis-postings.ts";
export { dumpChats, loadChats, type StoredChatsOptions } from "./stored-chats.ts";
export { redisStore, type RedisStoreOptions } from "./redis-store.ts";
