import assert from "node:assert/strict";
import type { MemoryTables } from "../in-memory/memory-tables.ts";
import type { Lanes } from "../lanes/lanes.ts";
import { isAllPaused } from "../lanes/pause.ts";
import { firstOf } from "../in-memory/times.ts";
import type { Batch } from "../on-store/lane-store.ts";
import { longestSleepMs } from "./bell.ts";

/** Takers that sleep after an empty take, until they look by themselves or hear a ring. */
export class Sleepers {
  readonly #until = new Map<string, number>();
  /** They heard a ring, and have not looked yet. */
  readonly #awake = new Set<string>();

  tookBy(taker: string, now: number, { entries, passed, nextMs }: Batch): void {
    this.#awake.delete(taker);
    this.#until.delete(taker);
    if (entries.length + passed === 0)
      this.#until.set(taker, now + Math.min(nextMs ?? Infinity, longestSleepMs));
  }

  sleeps(taker: string, now: number): boolean {
    return (this.#until.get(taker) ?? now) > now;
  }

  hears(taker: string): void {
    this.#until.delete(taker);
    this.#awake.add(taker);
  }

  /** All takers have gone. */
  clear(): void {
    this.#awake.clear();
    this.#until.clear();
  }

  check(
    now: number,
    { tables }: Lanes<MemoryTables>,
    { maxInFlight, rings }: { readonly maxInFlight: number; readonly rings: number },
  ): void {
    assert.ok(rings <= 1, "there is one ring at most");
    const { ready, due, leases } = tables.state;
    if (isAllPaused(tables)) return;
    const hasRoom = maxInFlight === 0 || leases.size < maxInFlight;
    const at = ready.size > 0 ? now : Math.max(now, firstOf(due));
    const looks = [...this.#until.values()];
    if (!hasRoom || at === Infinity || looks.length === 0 || this.#awake.size > 0) return;
    assert.ok(
      rings > 0 || Math.min(...looks) <= Math.max(at, now),
      "what may be taken is not slept through by everybody",
    );
  }
}
