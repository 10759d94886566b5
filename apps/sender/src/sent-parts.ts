import { type Redis, withDeadline } from "@tgmem/service";

/**
 * Remembers how many parts of an answer are sent, so that a process that comes after a crash goes on with the next one.
 * Only a shortcut: a part that is sent again shows once all the same, so a lost or late record does no harm.
 */
export interface SentParts {
  /** Resolves with the number of parts of the job that are sent for sure; 0 = none, or not known. */
  sent(jobId: string): Promise<number>;
  /** Notes that the first `count` parts of the job are sent. Twice is the same as once. */
  record(jobId: string, count: number): Promise<void>;
}

/** A record is kept for a day, which is longer than a job waits for its next part. */
export const keptMs = 86_400_000;

/** Keeps one small key for each job, which Redis itself removes after a day. */
export function redisSentParts(
  redis: Pick<Redis, "get" | "set">,
  { prefix = "tgmem:sent:" }: { readonly prefix?: string } = {},
): SentParts {
  return {
    async sent(jobId) {
      const count = Number(await redis.get(`${prefix}${jobId}`));
      return Number.isSafeInteger(count) && count > 0 ? count : 0;
    },
    async record(jobId, count) {
      await redis.set(`${prefix}${jobId}`, count, "PX", keptMs);
    },
  };
}

export interface BestEffortOptions {
  /** The longest time that one call may take. @default 2_000 */
  readonly ms?: number;
  readonly onError?: (error: unknown) => void;
}

/**
 * Never fails and never takes long, because no answer should wait for a shortcut: what cannot be read in time counts as
 * nothing, and what cannot be written is left.
 */
export function bestEffort(
  parts: SentParts,
  { ms = 2_000, onError = () => {} }: BestEffortOptions = {},
): SentParts {
  const late = () => new Error(`No answer within ${ms} ms.`);
  return {
    sent: (jobId) =>
      withDeadline(parts.sent(jobId), { ms, late }).catch((error: unknown) => {
        onError(error);
        return 0;
      }),
    record: (jobId, count) => withDeadline(parts.record(jobId, count), { ms, late }).catch(onError),
  };
}
