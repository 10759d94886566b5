import type { DeadLetter } from "../queue.ts";

/** What an adapter does with dead letters. The numbers of a call ascend, each once. Every command is safe to repeat. */
export interface LetterStore {
  /** Lists the letters above a number, oldest first. */
  deadLetters(options: {
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly DeadLetter[]>;
  unacknowledged(limit: number): Promise<readonly DeadLetter[]>;
  acknowledge(through: number): Promise<void>;
  replay(numbers: readonly number[]): Promise<number>;
  discard(numbers: readonly number[]): Promise<number>;
  discardLane(lane: string): Promise<number>;
  /** Drops what was buried `olderThanMs` ago or earlier. */
  purge(olderThanMs: number): Promise<number>;
}
