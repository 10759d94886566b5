import { QueueError } from "../errors.ts";

/** What Redis answers while it starts, fails over or is busy: the same command works later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  /^(LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|READONLY|NOREPLICAS|MISCONF|OOM)\b/.test(
    error.message,
  );

/** Redis' own words hold keys at most; they stay in `cause`. */
export function queueErrorOf(error: unknown, name: string, maxDepth: number): QueueError {
  const words = error instanceof Error ? error.message : "";
  if (words.startsWith("FULL")) {
    return new QueueError(
      "queue_full",
      `Queue ${name} is at its depth limit of ${maxDepth}: try later.`,
    );
  }
  if (words.startsWith("OOM")) {
    return new QueueError(
      "queue_full",
      `Redis is at its memory limit and refused jobs for queue ${name}: try later.`,
      { cause: error },
    );
  }
  const code = /^[A-Z]{3,}(?= )/.exec(words)?.[0];
  return new QueueError(
    "store_unavailable",
    `Redis did not carry out a command of queue ${name}${code ? ` (${code})` : ""}: repeat it.`,
    { cause: error },
  );
}
