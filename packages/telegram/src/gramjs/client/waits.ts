import type { TelegramOptions } from "./options.ts";

export interface Waits {
  readonly startTimeoutMs: number;
  readonly callTimeoutMs: number;
  readonly pollMs: number;
  readonly answerTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly reconnectDelayMs: number;
}

/** Reads the waits of the options, and sets the defaults of those that are not given. */
export const waitsOf = ({
  startTimeoutMs = 60_000,
  callTimeoutMs = 30_000,
  pollMs = 60_000,
  answerTimeoutMs = 15_000,
  connectTimeoutMs = 15_000,
  reconnectDelayMs = 1_000,
}: TelegramOptions): Waits => ({
  startTimeoutMs,
  callTimeoutMs,
  pollMs,
  answerTimeoutMs,
  connectTimeoutMs,
  reconnectDelayMs,
});
