import type { QueueRules } from "../arguments.ts";
import type {
  Batch,
  ClaimRequest,
  Entry,
  Finish,
  NewEntry,
  NextAnswer,
  NextRequest,
} from "../on-store/lane-store.ts";
import type { Outcome } from "../queue.ts";
import { formatNonce, type ParsedReceipt, parseNonce } from "../receipt.ts";
import {
  depthOf,
  emptyState,
  givenBack,
  isClaimed,
  isMute,
  isWaiting,
  type LanesState,
  untried,
} from "./lanes-state.ts";
import { append, drop, headOf, lease, wait } from "./moves.ts";
import { keepLetter, type LetterRules, removeLetters } from "./letters.ts";
import { heldTill, isAllPaused } from "./pause.ts";
import { pick, type PickSizes } from "./pick.ts";
import { countFresh, forget, remember } from "./seen.ts";
import { goOut, isSuspect, mayGo, suspectDelayMs, suspectsOut } from "./suspects.ts";
import { firstOf } from "./times.ts";

export interface LanesTake extends PickSizes {
  readonly leaseMs: number;
  /** Names this take; it is unique in the world. */
  readonly holder: string;
  readonly handOff: boolean;
}

type LanesRules = LetterRules &
  Pick<QueueRules, "dedupeMs" | "maxDepth" | "maxAttempts" | "maxEndedLeases">;

/** Unique in the world; a repeat of the call is known by it. */
interface Token {
  readonly token: string;
}

/**
 * The queue as a state machine: the in-process adapter runs on it, and the Redis scripts are tested against it, command
 * by command. No clock of its own, no waits.
 */
export class Lanes {
  readonly #rules: LanesRules;
  readonly state: LanesState;

  constructor(rules: LanesRules, state: LanesState = emptyState()) {
    this.#rules = rules;
    this.state = state;
  }

  /** Answers the indexes of the duplicates, or `full`: nothing was written. */
  push(now: number, entries: readonly NewEntry[]): readonly number[] | "full" {
    const { seen } = this.state;
    const { dedupeMs, maxDepth } = this.#rules;
    forget(seen, now);
    const room = maxDepth - depthOf(this.state);
    if (maxDepth > 0 && entries.length > room) {
      // Counted exactly: the repeat of the push that filled the queue must hear "duplicate", not "full".
      const fresh = dedupeMs > 0 ? countFresh(seen, entries) : entries.length;
      if (fresh > room) return "full";
    }
    const duplicates: number[] = [];
    for (const [index, { id, lane, json, aliases, delayMs }] of entries.entries()) {
      if (seen.has(id)) duplicates.push(index);
      else {
        this.#remember(now, [id, ...aliases]);
        const delay = delayMs > 0 ? { notBeforeMs: now + delayMs } : {};
        append(this.state, { id, lane, json, pushedAtMs: now, ...delay });
      }
    }
    return duplicates;
  }

  take(now: number, { leaseMs, holder, handOff, ...sizes }: LanesTake): Batch {
    const { ready, heads } = this.state;
    if (isAllPaused(this.state)) return { entries: [], passed: 0, nextMs: null };
    const entries: Entry[] = [];
    let passed = 0;
    const { late, want } = pick(this.state, now, sizes);
    const fresh = ready.splice(0, want);

    const lend = (lane: string, attempt: number, ended: number, claim?: string) => {
      const nonce = formatNonce({ attempt, ended, holder: (handOff ? "~" : "") + holder });
      // What was claimed stays its claimer's; then the receipt of this take is stale from the beginning.
      const entry = lease(this.state, lane, claim ?? nonce, { until: now + leaseMs });
      entries.push({ ...entry, nonce });
    };
    const out = suspectsOut(this.state, now);
    let aside = 0;
    for (const lane of late) {
      const nonce = heads.get(lane) ?? "";
      const head = parseNonce(nonce);
      const ended = head.ended + (isMute(head) ? 1 : 0);
      const until = heldTill(this.state, lane, now);
      if (isMute(head) && ended >= this.#rules.maxEndedLeases) {
        this.#bury(now, lane, head.attempt, "lease ended");
        passed++;
      } else if (until !== undefined) {
        wait(this.state, lane, givenBack({ ...head, ended }), { until });
        passed++;
      } else if (isSuspect(ended) && !mayGo(out, lane, ended)) {
        wait(this.state, lane, givenBack({ ...head, ended }), {
          until: now + suspectDelayMs * ++aside,
        });
      } else {
        if (isSuspect(ended)) {
          goOut(this.state, lane, now, leaseMs);
          out.set(lane, ended);
        }
        if (handOff && isClaimed(head)) lend(lane, head.attempt, head.ended, nonce);
        else lend(lane, handOff || isMute(head) ? head.attempt : head.attempt + 1, ended);
      }
    }
    for (const lane of fresh) {
      const until = heldTill(this.state, lane, now);
      if (until === undefined) lend(lane, handOff ? 0 : 1, 0);
      else {
        wait(this.state, lane, untried, { until });
        passed++;
      }
    }
    return { entries, passed, nextMs: this.nextMs(now, sizes) };
  }

  finish(
    now: number,
    receipts: readonly ParsedReceipt[],
    { op, ms, reason }: Finish,
  ): readonly Outcome[] {
    const { leases, heads } = this.state;
    const held = new Map<string, string>();
    const outcomes = receipts.map((receipt) => {
      if (heads.get(receipt.lane) !== receipt.nonce) return this.#lost(receipt);
      held.set(receipt.lane, receipt.nonce);
      return "done";
    });
    const buried = new Set<string>();
    for (const [lane, nonce] of held) {
      const head = parseNonce(nonce);
      const { attempt } = head;
      if (op === "extend") leases.set(lane, now + ms);
      else if (op === "settle") drop(this.state, lane);
      else if (op === "defer" || (op === "retry" && attempt < this.#rules.maxAttempts)) {
        const after = op === "defer" ? givenBack(head) : { ...head, holder: "" };
        wait(this.state, lane, after, { until: now + ms });
      } else {
        this.#bury(now, lane, attempt, reason);
        buried.add(lane);
      }
    }
    if (op !== "retry") return outcomes;
    return outcomes.map((outcome, index) =>
      outcome === "done" && buried.has(receipts[index]?.lane ?? "") ? "buried" : outcome,
    );
  }

  /** Null: the job is gone, waits for its time, or is buried now. A repeat with the token of the last claim counts nothing. */
  claim(now: number, { lane, id, leaseMs, token }: ClaimRequest & Token): Entry | null {
    const nonce = this.state.heads.get(lane) ?? "0.";
    const head = parseNonce(nonce);
    const isHead = this.state.lanes.get(lane)?.[0]?.id === id;
    if (!isHead || isWaiting(head)) return null;
    const holder = `+${token}`;
    if (head.holder === holder) return lease(this.state, lane, nonce, { until: now + leaseMs });
    if (!isClaimed(head)) {
      const fresh = formatNonce({ ...head, attempt: head.attempt + 1, holder });
      return lease(this.state, lane, fresh, { until: now + leaseMs });
    }
    const ended = head.ended + 1;
    if (ended >= this.#rules.maxEndedLeases) {
      this.#bury(now, lane, head.attempt, "lease ended");
      return null;
    }
    if (isSuspect(ended)) {
      if (!mayGo(suspectsOut(this.state, now), lane, ended)) {
        wait(this.state, lane, givenBack({ ...head, ended }), { until: now + suspectDelayMs });
        return null;
      }
      goOut(this.state, lane, now, leaseMs);
    }
    return lease(this.state, lane, formatNonce({ ...head, ended, holder }), {
      until: now + leaseMs,
    });
  }

  /** A repeat with the token of the last call leases the same job again and settles nothing. */
  next(now: number, { receipt, leaseMs, token }: NextRequest & Token): NextAnswer {
    const { heads, lanes, ready } = this.state;
    const { lane, nonce } = receipt;
    const held = heads.get(lane);
    const fresh = `1.+${token}`;
    if (held !== fresh) {
      if (held !== nonce) return { outcome: this.#lost(receipt), entry: null };
      drop(this.state, lane);
      if (!lanes.has(lane)) return { outcome: "done", entry: null };
      ready.pop(); // The lane stays in flight, or waits.
      const pausedTill = isAllPaused(this.state) ? now : undefined;
      const until = heldTill(this.state, lane, now) ?? pausedTill;
      if (until !== undefined) {
        wait(this.state, lane, untried, { until });
        return { outcome: "done", entry: null };
      }
    }
    return { outcome: "done", entry: lease(this.state, lane, fresh, { until: now + leaseMs }) };
  }

  replay(now: number, numbers: readonly number[]): number {
    const letters = removeLetters(this.state, ({ number }) => numbers.includes(number));
    for (const { id, lane, body: json } of letters) {
      this.#remember(now, [id]);
      append(this.state, { id, lane, json, pushedAtMs: now });
    }
    return letters.length;
  }

  /** How long until a take may find something; 0 = now, null = never by itself. */
  idleMs(now: number, limit: Pick<QueueRules, "maxInFlight">): number | null {
    if (isAllPaused(this.state)) return null;
    return this.#hasRoom(limit) && this.state.ready.length > 0 ? 0 : this.nextMs(now, limit);
  }

  #remember(now: number, ids: readonly string[]): void {
    const { dedupeMs } = this.#rules;
    if (dedupeMs > 0) remember(this.state.seen, ids, now + dedupeMs);
  }

  #bury(now: number, lane: string, attempts: number, reason: string): void {
    const { id, json: body, pushedAtMs } = headOf(this.state, lane);
    const pushed = pushedAtMs === undefined ? {} : { pushedAtMs };
    const letter = { id, lane, body, attempts, reason, ...pushed, buriedAtMs: now };
    keepLetter(this.state, letter, this.#rules);
    drop(this.state, lane);
  }

  #lost({ lane, id }: ParsedReceipt): "stale" | "gone" {
    return this.state.lanes.get(lane)?.[0]?.id === id ? "stale" : "gone";
  }

  #hasRoom({ maxInFlight }: Pick<QueueRules, "maxInFlight">): boolean {
    return maxInFlight === 0 || this.state.leases.size < maxInFlight;
  }

  /** Tells how long nothing can be found; at the limit only the end of a lease makes room by itself. */
  nextMs(now: number, limit: Pick<QueueRules, "maxInFlight">): number | null {
    const { leases, due } = this.state;
    const next = Math.min(firstOf(leases), this.#hasRoom(limit) ? firstOf(due) : Infinity);
    return next === Infinity ? null : Math.max(0, next - now);
  }
}
