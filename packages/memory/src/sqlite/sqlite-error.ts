import { MemoryError, type MemoryErrorCode } from "../errors.ts";

const damagedSays = "it is damaged, or no SQLite file: restore it from a copy";
const readOnlySays = "it may not be written: give this process the right to, or name another file";
const fullSays = "its disk is full: make room";
const noFolderSays = "its folder does not exist: make it";

/** What SQLite's own result codes mean to whoever has to mend it. */
const ofSqlite: ReadonlyMap<number, string> = new Map([
  [8, readOnlySays],
  [11, damagedSays],
  [13, fullSays],
  [26, damagedSays],
]);

/** The same for what the operating system says. */
const ofSystem: ReadonlyMap<unknown, string> = new Map([
  ["EACCES", readOnlySays],
  ["EPERM", readOnlySays],
  ["EROFS", readOnlySays],
  ["ENOSPC", fullSays],
  ["EDQUOT", fullSays],
  ["ENOENT", noFolderSays],
  ["ENOTDIR", noFolderSays],
  ["EISDIR", "it is a folder: name a file"],
]);

/** The bits above these eight tell which kind of a failure it is. */
const sqliteCodeOf = (cause: unknown): number | undefined =>
  cause instanceof Error && "errcode" in cause && typeof cause.errcode === "number"
    ? cause.errcode & 0xff
    : undefined;

/** Whether SQLite says that the file is damaged, or no database: then no repetition helps. */
export const isDamaged = (cause: unknown): boolean =>
  ofSqlite.get(sqliteCodeOf(cause) ?? 0) === damagedSays;

/** Says what is wrong with the file, and what to do about it. */
export function adviceOn(cause: unknown): string {
  const said = ofSqlite.get(sqliteCodeOf(cause) ?? 0);
  if (said !== undefined) return said;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return ofSystem.get(code) ?? "see cause";
}

/** Makes the error of a call that SQLite failed. */
export function sqliteFailure(code: MemoryErrorCode, cause: unknown): MemoryError {
  if (cause instanceof MemoryError) return cause;
  const message = `The SQLite file could not be used: ${adviceOn(cause)}.`;
  return new MemoryError(code, message, { cause, retryable: !isDamaged(cause) });
}

/** Does work at once, and throws what SQLite failed at as such an error. */
export function orFailure<T>(code: MemoryErrorCode, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw sqliteFailure(code, cause);
  }
}

/** Does work of the store, and rejects with what SQLite failed at as `store_unavailable`. */
export async function guarded<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw sqliteFailure("store_unavailable", cause);
  }
}
