import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers";
import { transaction } from "./transaction.ts";

/**
 * Runs the work in a write transaction, soon and in the order of the calls. Resolves when it is committed; rejects with
 * what the work or SQLite threw, and then nothing of it was written. The work may run twice, the first time in vain.
 */
export type Write = <T>(work: () => T) => Promise<T>;

interface Waiting {
  /** Gives what tells the caller, once it is committed. */
  readonly run: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A commit waits so many turns of the event loop for further work. A turn is nothing in a process that is idle, and a ms or
 * two in a busy one: the busier it is, the more share a commit, and whoever is alone waits for nobody.
 */
const gatherTurns = 8;

/** Store and archive of one file are written together. */
const known = new WeakMap<DatabaseSync, Write>();

/**
 * Gives the writer of a database. It commits together what was asked for in a few turns of the event loop, because a commit
 * waits for the disk four times, however much it holds.
 */
export function groupCommit(db: DatabaseSync): Write {
  const writer = known.get(db) ?? createWriter(db);
  known.set(db, writer);
  return writer;
}

function createWriter(db: DatabaseSync): Write {
  let waiting: Waiting[] = [];

  function commitWaiting(): void {
    const group = waiting;
    waiting = [];
    // Whose work throws is found out, and costs nobody else anything.
    if (commit(group) === "work_threw") for (const single of group) commit([single]);
  }

  function commit(group: readonly Waiting[]): "ended" | "work_threw" {
    let isWorking = false;
    try {
      const told = transaction(db, "IMMEDIATE", () => {
        isWorking = true;
        const results = group.map(({ run }) => run());
        isWorking = false;
        return results;
      });
      for (const tell of told) tell();
    } catch (error) {
      // A file that is locked is locked for each of them, and each try would wait for it.
      if (isWorking && group.length > 1) return "work_threw";
      for (const { reject } of group) reject(error);
    }
    return "ended";
  }

  return (work) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof work>>();
    const run = () => {
      const result = work();
      return () => resolve(result);
    };
    if (waiting.push({ run, reject }) === 1) afterTurns(gatherTurns, commitWaiting);
    return promise;
  };
}

function afterTurns(turns: number, work: () => void): void {
  setImmediate(() => (turns > 1 ? afterTurns(turns - 1, work) : work()));
}
