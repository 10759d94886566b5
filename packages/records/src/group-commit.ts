import type { DatabaseSync } from "node:sqlite";

/** Does work soon, in the order of the calls. Resolves when it is committed; rejects where nothing of it was written. */
type Write = <T>(work: () => T) => Promise<T>;

interface Waiting {
  /** Gives what tells the caller, once it is committed. */
  readonly run: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets what is asked for in one turn of the event loop share a transaction: a message asks for four commands, and a
 * commit costs as much as what they do. Work may run twice, the first time in vain.
 */
export function groupCommit(db: DatabaseSync) {
  let waiting: Waiting[] = [];

  /** Writes what was asked for until now. */
  function flush(): void {
    const group = waiting;
    waiting = [];
    if (group.length === 0 || write(group) !== "work_threw") return;
    // Whose work throws is found out, and costs nobody else anything.
    for (const single of group) write([single]);
  }

  function write(group: readonly Waiting[]): "ended" | "work_threw" {
    let isWorking = false;
    try {
      db.exec("BEGIN IMMEDIATE");
      isWorking = true;
      const told = group.map(({ run }) => run());
      isWorking = false;
      db.exec("COMMIT");
      for (const tell of told) tell();
    } catch (error) {
      if (db.isOpen && db.isTransaction) db.exec("ROLLBACK");
      if (isWorking && group.length > 1) return "work_threw";
      for (const { reject } of group) reject(error);
    }
    return "ended";
  }

  const add: Write = (work) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof work>>();
    const run = () => {
      const reply = work();
      return () => resolve(reply);
    };
    if (waiting.push({ run, reject }) === 1) setImmediate(flush);
    return promise;
  };
  return { add, flush };
}
