import type { DatabaseSync } from "node:sqlite";
import { queueRules } from "../arguments.ts";
import { Lanes } from "../lanes/lanes.ts";
import { storeOnLanes } from "../lanes/store-on-lanes.ts";
import { queueOnStore } from "../on-store/queue-on-store.ts";
import { type SharedRegister, withSharedOptions } from "../on-store/shared-options.ts";
import type { LaneStore } from "../on-store/lane-store.ts";
import type { Queue, QueueOptions } from "../queue.ts";
import { uniqueNames } from "../unique-names.ts";
import { keepPromises } from "./open-sqlite.ts";
import { registerOptions } from "./register-options.ts";
import { freeBytesOf, withReserve } from "./reserve.ts";
import { prepareFile } from "./schema.ts";
import { queueErrorOf } from "./sqlite-error.ts";
import { sqliteFile } from "./sqlite-file.ts";
import { sqliteTables } from "./sqlite-tables.ts";
import { transaction } from "./transaction.ts";
import { Transactions } from "./transactions.ts";

/** The rules of a queue in a file, and who hears of trouble. */
export interface SqliteQueueOptions<T> extends QueueOptions<T> {
  /** Hears once an outage why calls of those who hold jobs wait: the disk is full, or in trouble. */
  readonly onError?: (error: Error) => void;
  /** A clock for tests, in ms since 1970, equal for all users of the queue. @default Date.now */
  readonly now?: () => number;
}

/**
 * Makes a queue in a SQLite file. Takes a database of `openSqlite`, of which all queues share the transactions, and leaves it
 * open. Several processes may work on one file. What was answered is on the disk. Throws `store_unsupported` for a file of
 * another program or of a newer release.
 */
export function sqliteQueue<T>(db: DatabaseSync, options: SqliteQueueOptions<T>): Queue<T> {
  const rules = queueRules(options);
  const { now = Date.now, onError } = options;
  const { commits, changes } = sqliteFile(db);
  const queue = prepare(db, rules.name);
  const register = registerOptions(db, queue);
  const transactions = new Transactions(commits, rules, onError);
  const { once, untilDone } = transactions;
  const store = storeOnLanes(new Lanes(rules, sqliteTables(db, queue)), rules, {
    once,
    untilDone,
    listen: (changed) => changes.listen(changed),
    now,
    unique: uniqueNames(),
  });
  const closing: LaneStore = {
    ...store,
    async close() {
      transactions.close();
      await store.close();
    },
  };
  const registers: SharedRegister = {
    once: (given) => once(() => register(now(), given)),
    untilAnswered: (given) => untilDone(() => register(now(), given)),
  };
  const reserving = withReserve(closing, rules.name, freeBytesOf(db));
  return queueOnStore(withSharedOptions(reserving, registers, rules), rules, options);
}

/** Gives the number under which the file keeps the queue. */
function prepare(db: DatabaseSync, name: string): number {
  try {
    keepPromises(db);
    return transaction(db, () => prepareFile(db, name));
  } catch (cause) {
    throw queueErrorOf(cause, name);
  }
}
