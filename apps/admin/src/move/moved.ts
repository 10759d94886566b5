import type { Carried } from "./carry.ts";

/** What a move has done. */
export interface Moved {
  /** Absent = all was there before. */
  readonly carried?: Carried;
  /** Whether a log-in to Telegram went along. */
  readonly hasLogIn?: boolean;
  /** What is to be done now, in sentences. */
  readonly next: readonly string[];
}

/** Makes the error of a move that was broken off. */
export const stopped = (cause: unknown): Error =>
  new Error(
    `The move has stopped; run the same command again, and it begins anew. ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  );
