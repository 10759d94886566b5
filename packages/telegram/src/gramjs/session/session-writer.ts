import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { pause } from "../../deadline.ts";

/** The time between two writes: under load every message is a new state, and a write costs more than a message. */
const writeEveryMs = 100;
/** The time until a write that has failed is tried again. */
const retryMs = 1_000;

/** Hears that the file cannot be written, once until it can be again; undefined = it can be again. */
export type OnWrite = (failure: unknown) => void;

/** Writes the last of many states, one write at a time, and tries again what could not be written. */
export class SessionWriter {
  readonly #path: string;
  readonly #onWrite: OnWrite;
  #wanted: (() => object) | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #works = false;
  #closed = false;
  #hurry = new AbortController();
  #failingSinceMs: number | undefined;

  constructor(path: string, onWrite: OnWrite) {
    this.#path = path;
    this.#onWrite = onWrite;
  }

  /** The moment since which the file cannot be written, by `performance.now`; undefined = it can be. */
  get failingSinceMs(): number | undefined {
    return this.#failingSinceMs;
  }

  save(current: () => object): void {
    // The client goes on for a moment after its end; the file may be another process' by then.
    if (this.#closed) return;
    this.#wanted = current;
    void this.#work();
  }

  /** Writes what is not yet written, and resolves with why that failed. */
  async flush(): Promise<unknown> {
    const failure = await this.#write();
    this.#hurry.abort();
    this.#hurry = new AbortController();
    return failure;
  }

  close(): Promise<unknown> {
    this.#closed = true;
    return this.flush();
  }

  async #work(): Promise<void> {
    if (this.#works) return;
    this.#works = true;
    while (this.#wanted && !this.#closed) {
      const failure = await this.#write();
      const ms = failure === undefined ? writeEveryMs : retryMs;
      await pause(ms, { signal: this.#hurry.signal });
    }
    this.#works = false;
  }

  #write(): Promise<unknown> {
    const write = async () => {
      const current = this.#wanted;
      if (!current) return undefined;
      this.#wanted = undefined;
      try {
        await replace(this.#path, current());
        if (this.#failingSinceMs !== undefined) this.#onWrite(undefined);
        this.#failingSinceMs = undefined;
        return undefined;
      } catch (error) {
        this.#wanted ??= current;
        if (this.#failingSinceMs === undefined) this.#onWrite(error);
        this.#failingSinceMs ??= performance.now();
        return error;
      }
    };
    const written = this.#turn.then(write);
    this.#turn = written;
    return written;
  }
}

/** Replaces the file in one step: a crash leaves the old content or the new. */
async function replace(path: string, content: object): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await writeFile(temporary, JSON.stringify(content), { mode: 0o600, flush: true });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}
