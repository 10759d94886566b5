import type { LaneEntry } from "../on-store/lane-store.ts";
import type { DeadLetter } from "../queue.ts";
import type { Seen } from "./seen.ts";

/**
 * A lane with jobs is in exactly one of `ready`, `leases` and `due`; `heads` names those of the last two. The head of a
 * lane stays in place until it is settled or buried, so nothing can overtake it.
 */
export interface LanesState {
  readonly lanes: Map<string, LaneEntry[]>;
  /** Lanes that may run now. At its head there may be one `""`, which wakes takers that sleep. */
  readonly ready: string[];
  /** Lane in flight → the end of its lease. */
  readonly leases: Map<string, number>;
  /** Lane that waits for its time → when it may run again. */
  readonly due: Map<string, number>;
  /** Lane → nonce of whoever holds its head; with `<attempt>.` and `<attempt>.~` it waits and nobody does. */
  readonly heads: Map<string, string>;
  readonly seen: Seen;
  readonly dead: DeadLetter[];
  pushed: number;
  ended: number;
  buried: number;
  acknowledged: number;
}

export const emptyState = (): LanesState => ({
  lanes: new Map(),
  ready: [],
  leases: new Map(),
  due: new Map(),
  heads: new Map(),
  seen: new Map(),
  dead: [],
  pushed: 0,
  ended: 0,
  buried: 0,
  acknowledged: 0,
});

// Nonces: see receipt.ts.
export const attemptOf = (nonce: string): number => Number.parseInt(nonce, 10);
/** Waits for its retry: nobody holds it, and no run of it may claim it. */
export const isWaiting = (nonce: string): boolean => /^\d+\.$/.test(nonce);
export const isClaimed = (nonce: string): boolean => /^\d+\.\+/.test(nonce);
const isHandOff = (nonce: string): boolean => /^\d+\.~/.test(nonce);

/**
 * The state of a head that was deferred. What a hand-off take never counted, defer must not give back; and a run of it that
 * exists after all may claim it.
 */
export function deferred(nonce: string): string {
  return isHandOff(nonce) ? `${attemptOf(nonce)}.~` : `${attemptOf(nonce) - 1}.`;
}

export const depthOf = ({ pushed, ended }: LanesState): number => pushed - ended;
