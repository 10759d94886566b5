import { MemoryError, type MemoryErrorCode } from "../errors.ts";

/** SQLITE_CORRUPT and SQLITE_NOTADB. The bits above these eight tell which kind of it. */
const damaged: ReadonlySet<number> = new Set([11, 26]);

/** Whether SQLite says that the file is damaged, or no database: then no repetition helps. */
export const isDamaged = (cause: unknown): boolean =>
  cause instanceof Error &&
  "errcode" in cause &&
  typeof cause.errcode === "number" &&
  damaged.has(cause.errcode & 0xff);

/** Makes the error of a call that SQLite failed. */
export function sqliteFailure(code: MemoryErrorCode, cause: unknown): MemoryError {
  if (cause instanceof MemoryError) return cause;
  return isDamaged(cause)
    ? new MemoryError(code, "The SQLite file is damaged: restore it from a copy.", {
        cause,
        retryable: false,
      })
    : new MemoryError(code, "The SQLite file could not be used: see cause.", { cause });
}
