export { openSqlite } from "./open-sqlite.ts";
export { dumpChats, loadChats } from "./stored-chats.ts";
export { sqliteArchive } from "./sqlite-archive.ts";
export { sqlitePostings } from "./sqlite-postings.ts";
export { sqliteStore, type SqliteStoreOptions } from "./sqlite-store.ts";
