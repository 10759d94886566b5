import { DatabaseSync } from "node:sqlite";
import { TelegramError } from "../../errors.ts";

/** The right to use a session file. */
export interface SessionLock {
  /** Lets another process have it. */
  release(): void;
}

/**
 * Keeps a second process away from a session file. The lock is one of the operating system, by way of SQLite because Node
 * has none: it ends with its process, however that ends, and it holds between containers that share a volume.
 */
export function lockSession(sessionFile: string): SessionLock {
  const path = `${sessionFile}.lock`;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    database.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch (cause) {
    database?.close();
    if (isBusy(cause))
      throw new TelegramError(
        "session_locked",
        `The session file ${sessionFile} is in use by another process: stop that one, or give this one a session file of its own. Telegram ends a log-in that two processes use.`,
        { policy: "stop_account", cause },
      );
    throw new TelegramError(
      "session_invalid",
      `The session file's lock ${path} cannot be written: this process needs the right to write in that folder.`,
      { policy: "stop_account", cause },
    );
  }
  const open = database;
  return { release: () => open.isOpen && open.close() };
}

/** The number is SQLite's. */
const isBusy = (error: unknown) =>
  error instanceof Error && "errcode" in error && error.errcode === 5;
