import { type Row, rowOf } from "../report.ts";
import type { Measured } from "./measure.ts";

export const cpuOf = (what: string): string => `${what}, CPU`;

/** What was measured of each cell, round by round. */
export class Rows {
  readonly #cells = new Map<string, Measured[]>();

  add(what: string, measured: Measured): void {
    const cell = this.#cells.get(what) ?? [];
    cell.push(measured);
    this.#cells.set(what, cell);
  }

  /** Two rows a cell: how many jobs a second, and how much CPU a job. */
  all(): readonly Row[] {
    const cells = [...this.#cells].toSorted(([a], [b]) => order(a) - order(b));
    return cells.flatMap(([what, rounds]) => [
      rowOf(
        what,
        "jobs/s",
        rounds.map(({ perSecond }) => perSecond),
        rounds.map(({ nodeUs, redisUs, scripts }) => ({
          "µs CPU, Node": nodeUs,
          "µs CPU, Redis": redisUs,
          "script calls": scripts,
        })),
      ),
      rowOf(
        cpuOf(what),
        "µs CPU a job",
        rounds.map(({ nodeUs, redisUs }) => nodeUs + redisUs),
      ),
    ]);
  }
}

const kinds = ["enqueue:", "enqueue in batches:", "consume:", "hand-off", "claim", "handle"];
const order = (what: string): number => kinds.findIndex((kind) => what.startsWith(kind));
