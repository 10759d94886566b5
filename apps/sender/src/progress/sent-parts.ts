/**
 * How far the answers are that go out in several parts, so that a crash goes on with the next part. Only a shortcut: a
 * part that is sent again shows once all the same, so a lost or late record does no harm.
 */
export interface SentParts {
  /** Parts of the job that are sent for sure; 0 = none, or not known. */
  sent(jobId: string): Promise<number>;
  /** The first `count` parts of the job are sent. Twice is the same as once. */
  record(jobId: string, count: number): Promise<void>;
}

/** Longer than a job waits for its next part. */
export const keptMs = 86_400_000;
