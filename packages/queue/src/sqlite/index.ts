export { openSqlite } from "./open-sqlite.ts";
export { sqliteQueue, type SqliteQueueOptions } from "./sqlite-queue.ts";
