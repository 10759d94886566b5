import { QueueError } from "../errors.ts";

/** The results of SQLite that are told apart; its further bits say which kind of it. */
const busy = 5;
const readOnly = 8;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;

export const isBusy = (cause: unknown): boolean => resultOf(cause) === busy;

/** What passes by itself, and then the same call works: no room, a disk in trouble or not writable. */
export const isPassing = (cause: unknown): boolean =>
  [full, ioError, cannotOpen, readOnly].includes(resultOf(cause));

/** No repetition helps. */
export const isDamaged = (cause: unknown): boolean =>
  [corrupt, notADatabase].includes(resultOf(cause));

function resultOf(cause: unknown): number {
  if (!(cause instanceof Error && "errcode" in cause)) return 0;
  return Number(cause.errcode) & 0xff;
}

/** Makes the error of a call that SQLite failed. Its own words stay in `cause`. */
export function queueErrorOf(cause: unknown, name: string): QueueError {
  if (cause instanceof QueueError) return cause;
  if (isDamaged(cause)) {
    return new QueueError(
      "store_unsupported",
      `The file of queue ${name} is damaged: restore it from a copy.`,
      { cause },
    );
  }
  if (resultOf(cause) === full) {
    return new QueueError("queue_full", `There is no room for queue ${name}: try later.`, {
      cause,
    });
  }
  const why = isBusy(cause) ? "another process kept its file from it" : `result ${resultOf(cause)}`;
  return new QueueError(
    "store_unavailable",
    `SQLite did not carry out a call of queue ${name} (${why}): repeat it.`,
    { cause },
  );
}

/** Tells whoever watches a queue that its calls wait, and for what. */
export const waitingError = (cause: unknown, name: string): QueueError =>
  new QueueError(
    "store_unavailable",
    resultOf(cause) === full
      ? `There is no room for queue ${name}: what settles its jobs is repeated until there is.`
      : `SQLite cannot use the file of queue ${name} (result ${resultOf(cause)}): what settles its jobs is repeated until it can.`,
    { cause },
  );
