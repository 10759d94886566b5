import { QueueError } from "../errors.ts";

/** The code of what Redis answers while it starts, fails over, is ill or is busy: the same command works later. */
export const passingCode = (error: unknown): string | undefined =>
  error instanceof Error
    ? /^(?:LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|READONLY|NOREPLICAS|MISCONF|OOM)\b/.exec(
        error.message,
      )?.[0]
    : undefined;

/** Tells whoever watches a queue that its calls wait, and for what. */
export const waitingError = (error: unknown, name: string, code: string): QueueError =>
  new QueueError(
    "store_unavailable",
    `Redis refuses the commands of queue ${name} (${code}): they are repeated until it carries them out.`,
    { cause: error },
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
  const unfit = unfitness(words);
  if (unfit !== null) {
    return new QueueError("store_unsupported", `Redis cannot keep queue ${name}: ${unfit}`, {
      cause: error,
    });
  }
  const code = /^[A-Z]{3,}(?= )/.exec(words)?.[0];
  return new QueueError(
    "store_unavailable",
    `Redis did not carry out a command of queue ${name}${code ? ` (${code})` : ""}: repeat it.`,
    { cause: error },
  );
}

/** What no repeat will change. */
function unfitness(words: string): string | null {
  // A server before 7.0 knows no flags of scripts, and stumbles over the line that gives them.
  if (words.includes("unexpected symbol near '#'"))
    return "the server is older than 7.0. Use Redis 7.0 or newer, or Valkey.";
  if (/^(?:MOVED|ASK) /.test(words))
    return "its keys are on another node of the cluster. Give the queue a `Cluster` client.";
  return null;
}
