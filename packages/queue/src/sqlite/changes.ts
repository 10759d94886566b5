import type { DatabaseSync, StatementSync } from "node:sqlite";
import { lockWaitMs } from "./open-sqlite.ts";

/** How long a change by another process may go unseen. */
const pollMs = 50;

/** Tells when another process, or another connection, has written to the file. It looks only while somebody listens. */
export class Changes {
  readonly #db: DatabaseSync;
  readonly #listeners = new Set<() => void>();
  #version: StatementSync | undefined;
  #timer: NodeJS.Timeout | undefined;
  #last: unknown;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Calls back after each change. Returns what ends that. */
  listen(changed: () => void): () => void {
    this.#listeners.add(changed);
    if (!this.#timer) {
      this.#last = this.#look();
      this.#timer = setInterval(() => this.#poll(), pollMs);
    }
    return () => {
      this.#listeners.delete(changed);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  #poll(): void {
    const version = this.#look();
    if (version === undefined || version === this.#last) return;
    this.#last = version;
    for (const changed of this.#listeners) changed();
  }

  /** Undefined when another process has locked the file just now. */
  #look(): unknown {
    try {
      this.#db.exec("PRAGMA busy_timeout = 0");
      this.#version ??= this.#db.prepare("PRAGMA data_version");
      return this.#version.get()?.["data_version"];
    } catch {
      return undefined;
    } finally {
      if (this.#db.isOpen) this.#db.exec(`PRAGMA busy_timeout = ${lockWaitMs}`);
    }
  }
}
