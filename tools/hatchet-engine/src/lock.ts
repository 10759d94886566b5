import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Runs one piece of work at a time among all processes that name the same file, which stays behind empty. The lock is
 * one of the operating system, by way of SQLite because Node has none: it ends with its process, however that ends.
 *
 * The package proper-lockfile goes by the time stamp of a folder instead: a holder that is killed keeps all others away
 * for 10 s, one that is busy for so long loses the lock, and it has had no release since 2021.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    while (!take(database)) await delay(200);
    return await work();
  } finally {
    database.close();
  }
}

function take(database: DatabaseSync): boolean {
  try {
    database.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** Whether another process holds the lock; the number is SQLite's. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === 5;
