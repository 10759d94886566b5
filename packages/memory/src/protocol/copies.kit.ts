import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Redis } from "ioredis";

/** Puts a chat back as it was when the copy was made, as a backup does. */
export type PutBack = () => Promise<void>;

/** Copies all keys of a chat. */
export async function copyInRedis(redis: Redis, tag: string): Promise<PutBack> {
  const keysOf = () => redis.keys(`${tag}:*`);
  const keys = await keysOf();
  const dumps = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
  return async () => {
    const now = await keysOf();
    if (now.length > 0) await redis.del(now);
    for (const [at, key] of keys.entries()) {
      const dump = dumps[at];
      if (dump) await redis.restore(key, 600_000, dump);
    }
  };
}

const tables = ["person", "turn", "seen", "forget", "usage", "paused", "archived"];

/** Copies all rows of a chat. */
export function copyInSqlite(db: DatabaseSync, chat: string): PutBack {
  const rowsOf = (table: string) =>
    db.prepare(`SELECT * FROM tgmem_${table} WHERE user = ?`).all(chat);
  const copies = tables.map((table) => ({ table, rows: rowsOf(table) }));
  return async () => {
    for (const { table, rows } of copies) {
      db.prepare(`DELETE FROM tgmem_${table} WHERE user = ?`).run(chat);
      for (const row of rows) {
        const values = Object.values(row) as SQLInputValue[];
        const places = values.map(() => "?").join(", ");
        db.prepare(`INSERT INTO tgmem_${table} VALUES (${places})`).run(...values);
      }
    }
  };
}
