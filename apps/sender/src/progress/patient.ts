import type { SentParts } from "./sent-parts.ts";

export interface PatienceOptions {
  /** @default 2_000 */
  readonly ms?: number;
  readonly onError?: (error: unknown) => void;
}

/**
 * Never fails and never takes long, because no answer should wait for a shortcut: what cannot be read in time counts as
 * nothing, and what cannot be written is left.
 */
export function patient(
  parts: SentParts,
  { ms = 2_000, onError = () => {} }: PatienceOptions = {},
): SentParts {
  async function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
    try {
      return await Promise.race([work, late]);
    } catch (error) {
      onError(error);
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    sent: (jobId) => within(parts.sent(jobId), 0),
    record: (jobId, count) => within(parts.record(jobId, count), undefined),
  };
}
