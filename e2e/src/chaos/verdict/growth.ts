import type { Sample } from "../crew.ts";
import { type App, apps } from "../fault-kinds.ts";

/** The memory of the processes of an app. */
export interface Growth {
  readonly app: App;
  /** The most that one of them took in the first and in the second half of the run, in MB. */
  readonly firstMb: number;
  readonly secondMb: number;
}

/** Compares the halves of a run; its start, in which everything is loaded, belongs to the first. */
export function growthOf(samples: readonly Sample[]): Growth[] {
  const endMs = Math.max(0, ...samples.map(({ atMs }) => atMs));
  const peak = (app: App, isIn: (atMs: number) => boolean) =>
    samples.reduce(
      (most, sample) =>
        sample.app === app && isIn(sample.atMs) ? Math.max(most, sample.rssMb) : most,
      0,
    );
  return apps.map((app) => ({
    app,
    firstMb: Math.round(peak(app, (atMs) => atMs < endMs / 2)),
    secondMb: Math.round(peak(app, (atMs) => atMs >= endMs / 2)),
  }));
}
