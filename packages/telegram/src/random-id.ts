import { createHash } from "node:crypto";

/**
 * Makes the idempotency key of one part of a job: the same job and part give the same one in every process and for ever.
 * It is a signed 64-bit number, never 0, because clients replace 0 by a random one.
 */
export function randomId(jobId: string, part = 0): bigint {
  return createHash("sha256").update(`${jobId}:${part}`).digest().readBigInt64BE() || 1n;
}
