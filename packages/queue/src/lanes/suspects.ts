import { parseNonce } from "../receipt.ts";
import type { LaneTables } from "./lane-tables.ts";

// A lane is a suspect when two leases of its head have ended without a word: perhaps its job kills its holders, perhaps it
// only stood beside one that does.

/** How long a suspect waits until it is looked at again, in ms; of several, the second one waits twice as long, and so on. */
export const suspectDelayMs = 100;
/** A suspect holds others up while it is in flight, and for this many leases at most. */
const mostLeases = 4;
const mostTogether = 10;
export const isSuspect = (ended: number): boolean => ended > 1;
const goesAlone = (ended: number): boolean => ended > 2;

/** Suspects that are in flight → how many of their leases have ended. */
export function suspectsOut(tables: LaneTables, now: number): Map<string, number> {
  const out = new Map<string, number>();
  for (const [lane, till] of tables.suspects()) {
    const place = tables.place(lane);
    if (till <= now || place?.kind !== "leased" || place.at <= now) continue;
    const { ended } = parseNonce(place.nonce);
    if (ended > 0) out.set(lane, ended);
  }
  return out;
}

export function mayGo(out: ReadonlyMap<string, number>, lane: string, ended: number): boolean {
  const others = [...out].filter(([other]) => other !== lane);
  if (others.some(([, its]) => goesAlone(its))) return false;
  return others.length < (goesAlone(ended) ? 1 : mostTogether);
}

/** Notes a suspect that goes out. */
export function goOut(tables: LaneTables, lane: string, now: number, leaseMs: number): void {
  tables.addSuspect(lane, now, now + mostLeases * leaseMs);
}
