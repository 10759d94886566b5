import { parseNonce } from "../receipt.ts";
import type { LanesState } from "./lanes-state.ts";

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
export function suspectsOut(
  { suspects, heads, leases }: LanesState,
  now: number,
): Map<string, number> {
  const out = new Map<string, number>();
  for (const [lane, until] of suspects) {
    const { ended } = parseNonce(heads.get(lane) ?? "");
    if (until > now && ended > 0 && (leases.get(lane) ?? 0) > now) out.set(lane, ended);
  }
  return out;
}

export function mayGo(out: ReadonlyMap<string, number>, lane: string, ended: number): boolean {
  const others = [...out].filter(([other]) => other !== lane);
  if (others.some(([, its]) => goesAlone(its))) return false;
  return others.length < (goesAlone(ended) ? 1 : mostTogether);
}

/** Notes a suspect that goes out, and forgets those that hold nobody up any more. */
export function goOut({ suspects }: LanesState, lane: string, now: number, leaseMs: number): void {
  for (const [other, until] of suspects) if (until <= now) suspects.delete(other);
  suspects.set(lane, now + mostLeases * leaseMs);
}
