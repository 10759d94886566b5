import type { LaneEntry } from "../on-store/lane-store.ts";
import type { DeadLetter } from "../queue.ts";
import type { LaneTables, Place, PlaceKind, SomeLetters } from "../lanes/lane-tables.ts";
import { firstOf, untilNow } from "./times.ts";

/** Plain data, so that tests can copy it. */
export interface MemoryState {
  readonly lanes: Map<string, LaneEntry[]>;
  /** Lanes that may run now. */
  readonly ready: Set<string>;
  /** Lane in flight → the end of its lease. */
  readonly leases: Map<string, number>;
  /** Lane that waits for its time → when it may run again. */
  readonly due: Map<string, number>;
  /** Lane in flight, or that waits → its nonce. */
  readonly heads: Map<string, string>;
  readonly paused: Set<string>;
  readonly suspects: Map<string, number>;
  /** Id or alias → the end of its dedupe window, in the order of the ends. */
  readonly seen: Map<string, number>;
  readonly dead: DeadLetter[];
  pushed: number;
  ended: number;
  buried: number;
  acknowledged: number;
}

const emptyState = (): MemoryState => ({
  lanes: new Map(),
  ready: new Set(),
  leases: new Map(),
  due: new Map(),
  heads: new Map(),
  paused: new Set(),
  suspects: new Map(),
  seen: new Map(),
  dead: [],
  pushed: 0,
  ended: 0,
  buried: 0,
  acknowledged: 0,
});

/** What the state machine keeps, within one process. */
export class MemoryTables implements LaneTables {
  readonly state: MemoryState;

  constructor(state: MemoryState = emptyState()) {
    this.state = state;
  }

  head(lane: string): LaneEntry | undefined {
    return this.state.lanes.get(lane)?.[0];
  }
  jobs(lane: string, limit: number): readonly LaneEntry[] {
    return (this.state.lanes.get(lane) ?? []).slice(0, limit);
  }
  addJob(entry: LaneEntry): void {
    const entries = this.state.lanes.get(entry.lane);
    if (entries) entries.push(entry);
    else this.state.lanes.set(entry.lane, [entry]);
    this.state.pushed++;
  }
  dropJob(lane: string, id?: string): boolean {
    const entries = this.state.lanes.get(lane) ?? [];
    const at = id === undefined ? 0 : entries.findIndex((entry) => entry.id === id);
    if (at < 0 || entries.length === 0) return false;
    entries.splice(at, 1);
    if (entries.length === 0) this.state.lanes.delete(lane);
    this.state.ended++;
    return true;
  }
  hasJobs(lane: string): boolean {
    return this.state.lanes.has(lane);
  }
  depth(): number {
    return this.state.pushed - this.state.ended;
  }

  place(lane: string): Place | undefined {
    const { ready, leases, due, heads } = this.state;
    if (ready.has(lane)) return { kind: "ready" };
    const nonce = heads.get(lane) ?? "";
    const leasedTill = leases.get(lane);
    if (leasedTill !== undefined) return { kind: "leased", at: leasedTill, nonce };
    const dueAt = due.get(lane);
    return dueAt === undefined ? undefined : { kind: "due", at: dueAt, nonce };
  }
  put(lane: string, place: Place): void {
    this.unplace(lane);
    if (place.kind === "ready") return void this.state.ready.add(lane);
    this.#times(place.kind).set(lane, place.at);
    this.state.heads.set(lane, place.nonce);
  }
  unplace(lane: string): void {
    for (const places of [this.state.ready, this.state.leases, this.state.due, this.state.heads])
      places.delete(lane);
  }
  lanesAt(kind: PlaceKind, which: { readonly most: number; readonly till?: number }): string[] {
    const { most, till = Infinity } = which;
    if (kind !== "ready") return untilNow(this.#times(kind), till).slice(0, most);
    const lanes: string[] = [];
    for (const lane of this.state.ready) {
      if (lanes.length >= most) break;
      lanes.push(lane);
    }
    return lanes;
  }
  count(kind: PlaceKind): number {
    return kind === "ready" ? this.state.ready.size : this.#times(kind).size;
  }
  firstTime(kind: "leased" | "due"): number {
    return firstOf(this.#times(kind));
  }
  #times(kind: "leased" | "due"): Map<string, number> {
    return kind === "leased" ? this.state.leases : this.state.due;
  }

  isSeen(id: string, now: number): boolean {
    return (this.state.seen.get(id) ?? now) > now;
  }
  see(ids: readonly string[], now: number, till: number): void {
    const { seen } = this.state;
    for (const [id, end] of seen) {
      if (end > now) break;
      seen.delete(id);
    }
    // One that is there moves to the end, because the order is that of the ends.
    for (const id of ids) {
      seen.delete(id);
      seen.set(id, till);
    }
  }

  isPaused(lane: string): boolean {
    return this.state.paused.has(lane);
  }
  setPaused(lane: string, isPaused: boolean): boolean {
    const { paused } = this.state;
    if (!isPaused) return paused.delete(lane);
    const isNew = !paused.has(lane);
    paused.add(lane);
    return isNew;
  }
  pausedLanes(): readonly string[] {
    return [...this.state.paused].toSorted();
  }

  suspects(): readonly (readonly [lane: string, till: number])[] {
    return [...this.state.suspects];
  }
  addSuspect(lane: string, now: number, till: number): void {
    const { suspects } = this.state;
    for (const [other, end] of suspects) if (end <= now) suspects.delete(other);
    suspects.set(lane, till);
  }

  addLetter(letter: Omit<DeadLetter, "number">): void {
    this.state.dead.push({ number: ++this.state.buried, ...letter });
  }
  letters({ lane, till = Infinity, after = 0, most }: SomeLetters): readonly DeadLetter[] {
    return this.state.dead
      .filter(
        (letter) =>
          letter.number > after &&
          letter.buriedAtMs <= till &&
          (lane === undefined || letter.lane === lane),
      )
      .slice(0, most);
  }
  letterNumbers(which: SomeLetters): readonly number[] {
    return this.letters(which).map(({ number }) => number);
  }
  letter(wanted: number): DeadLetter | undefined {
    return this.state.dead.find(({ number }) => number === wanted);
  }
  dropLetter(wanted: number): boolean {
    const at = this.state.dead.findIndex(({ number }) => number === wanted);
    if (at >= 0) this.state.dead.splice(at, 1);
    return at >= 0;
  }
  letterCount(): number {
    return this.state.dead.length;
  }
  acknowledged(): number {
    return this.state.acknowledged;
  }
  acknowledge(through: number): void {
    const { acknowledged, buried } = this.state;
    this.state.acknowledged = Math.max(acknowledged, Math.min(through, buried));
  }
}
