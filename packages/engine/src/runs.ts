import type { EngineError } from "./errors.ts";

/** The runs that a worker has under way, and the one signal by which all of them are cut. */
export interface Runs {
  readonly count: () => number;
  /** Counts the work as a run until it settles. The signal aborts when runs are cut. */
  readonly track: <T>(work: (cut: AbortSignal) => Promise<T>) => Promise<T>;
  /** Resolves when no run is under way, those included that begin meanwhile. */
  readonly untilNone: () => Promise<void>;
  /** Aborts the signal of every run, also of those to come. */
  readonly cut: (reason: EngineError) => void;
}

export function createRuns(): Runs {
  const running = new Set<Promise<unknown>>();
  const cutting = new AbortController();

  function track<T>(work: (cut: AbortSignal) => Promise<T>): Promise<T> {
    const run = work(cutting.signal);
    running.add(run);
    const ended = () => void running.delete(run);
    run.then(ended, ended);
    return run;
  }
  async function untilNone(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running);
  }
  return {
    count: () => running.size,
    track,
    untilNone,
    cut: (reason) => cutting.abort(reason),
  };
}
