import type { DatabaseSync } from "node:sqlite";
import { isBusy } from "./sqlite-error.ts";
import { lockWaitMs } from "./open-sqlite.ts";
import { transaction } from "./transaction.ts";

/** One call's part of a transaction. It changes tables and nothing else, because it may run again. */
export interface Part {
  readonly work: () => void;
  /** The file has it. */
  readonly done: () => void;
  /** Nothing of it was written. */
  readonly failed: (cause: unknown) => void;
  /** Nobody waits for the lock any longer; by `performance.now()`. */
  readonly end: number;
}

/** Another process holds the lock for the milliseconds of a commit. */
const lockPollMs = 5;
/** A commit waits for those who read, and holds up the process meanwhile. */
const readersWaitMs = 100;

/**
 * A commit waits so many turns of the event loop for further calls. A turn is nothing in a process that is idle, and a ms or
 * two in a busy one: the busier it is, the more calls share a commit, and whoever is alone waits for none.
 */
const gatherTurns = 8;

/**
 * Lets the calls of a few turns of the event loop share a transaction, of all queues in the file: the disk is what they wait
 * for. While another process writes, they gather and the loop goes on. Where one of them fails, each is tried alone.
 */
export class GroupCommit {
  readonly #db: DatabaseSync;
  #parts: Part[] = [];
  #isScheduled = false;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  add(part: Part): void {
    this.#parts.push(part);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    afterTurns(gatherTurns, () => this.flush());
  }

  /** Writes what was asked until now. */
  flush(): void {
    this.#isScheduled = false;
    const parts = this.#parts;
    this.#parts = [];
    if (parts.length === 0) return;
    const cause = this.#write(parts);
    if (cause === null) return;
    if (isBusy(cause)) this.#waitForLock(parts, cause);
    else if (parts.length === 1) parts[0]?.failed(cause);
    else this.#writeEach(parts);
  }

  #writeEach(parts: readonly Part[]): void {
    for (const [index, part] of parts.entries()) {
      const cause = this.#write([part]);
      if (isBusy(cause)) return this.#waitForLock(parts.slice(index), cause);
      if (cause !== null) part.failed(cause);
    }
  }

  #waitForLock(parts: readonly Part[], cause: unknown): void {
    const now = performance.now();
    for (const part of parts) if (part.end <= now) part.failed(cause);
    this.#parts = [...parts.filter(({ end }) => end > now), ...this.#parts];
    if (this.#parts.length === 0 || this.#isScheduled) return;
    this.#isScheduled = true;
    // Not in step with the other process, which would meet it every time.
    setTimeout(() => this.flush(), lockPollMs * (0.2 + Math.random()));
  }

  /** Gives why nothing was written; null = it was. */
  #write(parts: readonly Part[]): unknown {
    try {
      // The lock is waited for outside, because SQLite would hold up the whole process meanwhile.
      this.#db.exec("PRAGMA busy_timeout = 0");
      transaction(this.#db, () => {
        this.#db.exec(`PRAGMA busy_timeout = ${readersWaitMs}`);
        for (const { work } of parts) work();
      });
    } catch (cause) {
      return cause;
    } finally {
      if (this.#db.isOpen) this.#db.exec(`PRAGMA busy_timeout = ${lockWaitMs}`);
    }
    for (const { done } of parts) done();
    return null;
  }
}

function afterTurns(turns: number, work: () => void): void {
  setImmediate(() => (turns > 1 ? afterTurns(turns - 1, work) : work()));
}
