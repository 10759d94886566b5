export { openSqlite } from "./open-sqlite.ts";
export { dumpQueue, loadQueue } from "./stored-queue.ts";
export { sqliteQueue, type SqliteQueueOptions } from "./sqlite-queue.ts";
