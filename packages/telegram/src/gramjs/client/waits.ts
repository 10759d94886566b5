import type { TelegramOptions } from "../options.ts";

export interface Waits {
  readonly startMs: number;
  readonly callMs: number;
  readonly pollMs: number;
  readonly answerMs: number;
  readonly tcpMs: number;
  readonly reconnectMs: number;
}

/** How long it waits for what; a test may be in a hurry. */
export function waitsOf(options: TelegramOptions): Waits {
  const hurry = options.connection?.hurry ?? 1;
  return {
    startMs: options.startTimeoutMs ?? 60_000 / hurry,
    callMs: options.callTimeoutMs ?? 30_000 / hurry,
    pollMs: options.pollMs ?? 60_000 / hurry,
    answerMs: 15_000 / hurry,
    tcpMs: 15_000 / hurry,
    reconnectMs: 1_000 / hurry,
  };
}
