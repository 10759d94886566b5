import type { Entry, LaneEntry } from "../on-store/lane-store.ts";
import { formatNonce, type ParsedNonce, parseNonce } from "../receipt.ts";
import { untried } from "./heads.ts";
import type { LaneTables } from "./lane-tables.ts";

// How a lane goes from one place to another.

export function append(tables: LaneTables, entry: LaneEntry): void {
  const { lane, notBeforeMs } = entry;
  tables.addJob(entry);
  if (tables.place(lane)) return;
  if (notBeforeMs === undefined) tables.put(lane, { kind: "ready" });
  else wait(tables, lane, untried, { until: notBeforeMs });
}

export function lease(
  tables: LaneTables,
  head: LaneEntry,
  nonce: string,
  { until }: { readonly until: number },
): Entry {
  tables.put(head.lane, { kind: "leased", at: until, nonce });
  return { ...head, attempt: parseNonce(nonce).attempt, nonce };
}

export function wait(
  tables: LaneTables,
  lane: string,
  head: ParsedNonce,
  { until }: { readonly until: number },
): void {
  tables.put(lane, { kind: "due", at: until, nonce: formatNonce(head) });
}

/** The lane goes on with its next job. */
export function drop(tables: LaneTables, lane: string): void {
  tables.dropJob(lane);
  if (tables.hasJobs(lane)) tables.put(lane, { kind: "ready" });
  else tables.unplace(lane);
}

export function headOf(tables: LaneTables, lane: string): LaneEntry {
  const head = tables.head(lane);
  if (!head) throw new Error("A lane in flight has no job."); // The invariant is broken.
  return head;
}

/** What a lane with a holder, or one that waits, says of its head. */
export function nonceOf(tables: LaneTables, lane: string): string | undefined {
  const place = tables.place(lane);
  return place && place.kind !== "ready" ? place.nonce : undefined;
}
