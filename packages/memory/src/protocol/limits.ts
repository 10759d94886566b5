import { MemoryError } from "../errors.ts";
import type { Limits } from "./protocol.ts";

/** Gives the value back if it is a positive integer, and throws `invalid_argument` otherwise. */
export function checkCount(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new MemoryError(
    "invalid_argument",
    `Expected \`${name}\` to be a positive integer, got \`${value}\`.`,
  );
}

export interface LimitOptions {
  /** How many turns are kept even after a summary covers them. @default 10 */
  readonly window?: number;
  /** How many turns are kept at most. Beyond it the oldest pending turn is dropped and counted. @default 200 */
  readonly cap?: number;
}

export function checkLimits({ window = 10, cap = 200 }: LimitOptions): Limits {
  checkCount("window", window);
  checkCount("cap", cap);
  if (cap >= window) return { window, cap };
  throw new MemoryError(
    "invalid_argument",
    `Expected \`cap\` (${cap}) to be at least \`window\` (${window}).`,
  );
}
