import type { Report } from "./report.ts";

interface BenchOptions {
  readonly rounds: number;
  /** Told what happens, for whoever waits in front of it. */
  readonly onProgress: (line: string) => void;
}

/** Starts what it needs, measures all cells in one run, round by round, and leaves nothing behind. */
export type Bench = (options: BenchOptions) => Promise<Report>;
