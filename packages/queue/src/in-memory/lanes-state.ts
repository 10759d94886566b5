import type { LaneEntry } from "../on-store/lane-store.ts";
import type { DeadLetter } from "../queue.ts";
import type { ParsedNonce } from "../receipt.ts";
import type { Seen } from "./seen.ts";

/**
 * A lane with jobs is in exactly one of `ready`, `leases` and `due`; `heads` names those of the last two. The head of a
 * lane stays in place until it is settled or buried, so nothing can overtake it.
 */
export interface LanesState {
  readonly lanes: Map<string, LaneEntry[]>;
  /** Lanes that may run now. */
  readonly ready: string[];
  /** Lane in flight → the end of its lease. */
  readonly leases: Map<string, number>;
  /** Lane that waits for its time → when it may run again. */
  readonly due: Map<string, number>;
  /** Lane → nonce of whoever holds its head; with `<attempt>.` and `<attempt>.~` it waits and nobody does. */
  readonly heads: Map<string, string>;
  /** Lanes that are not handed out until they are resumed. */
  readonly paused: Set<string>;
  /** Suspect that was handed out → until when it holds others up. */
  readonly suspects: Map<string, number>;
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
  paused: new Set(),
  suspects: new Map(),
  seen: new Map(),
  dead: [],
  pushed: 0,
  ended: 0,
  buried: 0,
  acknowledged: 0,
});

/** A head that waits before its first attempt. */
export const untried: ParsedNonce = { attempt: 0, ended: 0, holder: "" };

/** Nobody holds the head, and no run of it may claim it. */
export const isWaiting = ({ holder }: ParsedNonce): boolean => holder === "";
export const isClaimed = ({ holder }: ParsedNonce): boolean => holder.startsWith("+");
const isHandOff = ({ holder }: ParsedNonce): boolean => holder.startsWith("~");

/** A lease that ended is an ended one, unless nobody claimed what a hand-off take gave out: that says nothing of the job. */
export const isMute = (head: ParsedNonce): boolean => !isWaiting(head) && !isHandOff(head);

/**
 * A head that was given back. What a hand-off take never counted, is not given back; and a run of it that exists after all
 * may claim it.
 */
export function givenBack(head: ParsedNonce): ParsedNonce {
  if (isHandOff(head)) return { ...head, holder: "~" };
  return isWaiting(head) ? head : { ...head, attempt: head.attempt - 1, holder: "" };
}

export const depthOf = ({ pushed, ended }: LanesState): number => pushed - ended;
