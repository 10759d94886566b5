import type { QueueRules } from "../arguments.ts";
import type {
  Batch,
  ClaimRequest,
  Entry,
  Finish,
  LaneEntry,
  NewEntry,
  NextAnswer,
  NextRequest,
} from "../on-store/lane-store.ts";
import type { Outcome, QueueStats } from "../queue.ts";
import type { ParsedReceipt } from "../receipt.ts";
import {
  attemptOf,
  deferred,
  depthOf,
  emptyState,
  isClaimed,
  isWaiting,
  type LanesState,
} from "./lanes-state.ts";
import { pick } from "./pick.ts";
import { countFresh, forget, remember } from "./seen.ts";
import { byTime, firstOf, untilNow } from "./times.ts";

export interface LanesTake {
  readonly max: number;
  readonly leaseMs: number;
  /** Names this take; it is unique in the world. */
  readonly holder: string;
  readonly maxInFlight: number;
  readonly handOff: boolean;
}

type LanesRules = Pick<QueueRules, "dedupeMs" | "maxDepth" | "maxAttempts" | "maxDeadLetters">;

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
    for (const [index, { id, lane, json, aliases }] of entries.entries()) {
      if (seen.has(id)) duplicates.push(index);
      else {
        this.#remember(now, [id, ...aliases]);
        this.#append({ id, lane, json, pushedAtMs: now });
      }
    }
    return duplicates;
  }

  take(now: number, { max, leaseMs, holder, maxInFlight, handOff }: LanesTake): Batch {
    const { ready, leases, due, heads } = this.state;
    const entries: Entry[] = [];
    let buried = 0;
    const { late, want } = pick(this.state, { now, max, maxInFlight });
    if (want > 0 && ready[0] === "") ready.shift();
    const fresh = ready.splice(0, want);

    const lend = (lane: string, attempt: number, claim?: string) => {
      const nonce = `${attempt}.${handOff ? "~" : ""}${holder}`;
      // What was claimed stays its claimer's; then the receipt of this take is stale from the beginning.
      heads.set(lane, claim ?? nonce);
      leases.set(lane, now + leaseMs);
      due.delete(lane);
      entries.push({ ...this.#head(lane), attempt, nonce });
    };
    for (const lane of late) {
      const nonce = heads.get(lane) ?? "";
      const attempt = attemptOf(nonce);
      if (handOff) lend(lane, attempt, isClaimed(nonce) ? nonce : undefined);
      else if (attempt < this.#rules.maxAttempts) lend(lane, attempt + 1);
      else {
        this.#bury(now, lane, attempt, "lease ended");
        buried++;
      }
    }
    for (const lane of fresh) lend(lane, handOff ? 0 : 1);
    const held = ready.length > 0 || untilNow(due, now).length > 0;
    const full = maxInFlight > 0 && leases.size >= maxInFlight && held;
    return { entries, buried, nextMs: this.#nextMs(now), full };
  }

  finish(
    now: number,
    receipts: readonly ParsedReceipt[],
    { op, ms, reason }: Finish,
  ): readonly Outcome[] {
    const { leases, due, heads, ready } = this.state;
    const held = new Map<string, string>();
    const outcomes = receipts.map((receipt) => {
      if (heads.get(receipt.lane) !== receipt.nonce) return this.#lost(receipt);
      held.set(receipt.lane, receipt.nonce);
      return "done";
    });
    const buried = new Set<string>();
    let timed = false;
    for (const [lane, nonce] of held) {
      const attempt = attemptOf(nonce);
      if (op === "extend") leases.set(lane, now + ms);
      else if (op === "settle") this.#drop(lane);
      else if (op === "defer" || (op === "retry" && attempt < this.#rules.maxAttempts)) {
        leases.delete(lane);
        due.set(lane, now + ms);
        heads.set(lane, op === "defer" ? deferred(nonce) : `${attempt}.`);
        timed = true;
      } else {
        this.#bury(now, lane, attempt, reason);
        buried.add(lane);
      }
    }
    const [earliest = "", at = 0] = byTime(due)[0] ?? [];
    if (timed && ready.length === 0 && held.has(earliest) && at <= firstOf(leases)) ready.push("");
    if (op !== "retry") return outcomes;
    return outcomes.map((outcome, index) =>
      outcome === "done" && buried.has(receipts[index]?.lane ?? "") ? "buried" : outcome,
    );
  }

  /** Null: the job is gone, waits for its retry, or is buried now. A repeat with the token of the last claim counts nothing. */
  claim(now: number, { lane, id, leaseMs, token }: ClaimRequest & Token): Entry | null {
    const nonce = this.state.heads.get(lane) ?? "0.";
    const attempt = attemptOf(nonce);
    const isHead = this.state.lanes.get(lane)?.[0]?.id === id;
    if (!isHead || isWaiting(nonce)) return null;
    if (nonce === `${attempt}.+${token}`) return this.#lease(now, lane, leaseMs, nonce);
    if (attempt < this.#rules.maxAttempts)
      return this.#lease(now, lane, leaseMs, `${attempt + 1}.+${token}`);
    this.#bury(now, lane, attempt, "attempts used up");
    return null;
  }

  /** A repeat with the token of the last call leases the same job again and settles nothing. */
  next(now: number, { receipt, leaseMs, token }: NextRequest & Token): NextAnswer {
    const { heads, lanes, ready } = this.state;
    const { lane, nonce } = receipt;
    const held = heads.get(lane);
    const fresh = `1.+${token}`;
    if (held !== fresh) {
      if (held !== nonce) return { outcome: this.#lost(receipt), entry: null };
      this.#drop(lane);
      if (!lanes.has(lane)) return { outcome: "done", entry: null };
      ready.pop(); // The lane stays in flight.
    }
    return { outcome: "done", entry: this.#lease(now, lane, leaseMs, fresh) };
  }

  acknowledge(through: number): void {
    const { state } = this;
    state.acknowledged = Math.max(state.acknowledged, Math.min(through, state.buried));
  }

  replay(now: number, numbers: readonly number[]): number {
    const { dead } = this.state;
    let found = 0;
    for (const number of numbers) {
      const index = dead.findIndex((letter) => letter.number === number);
      const [letter] = index < 0 ? [] : dead.splice(index, 1);
      if (!letter) continue;
      found++;
      this.#remember(now, [letter.id]);
      const { id, lane, body: json } = letter;
      this.#append({ id, lane, json, pushedAtMs: now });
    }
    return found;
  }

  /** How long until a take may find something; 0 = now, null = never by itself. */
  idleMs(now: number, maxInFlight: number): number | null {
    const { leases } = this.state;
    if (maxInFlight === 0 || leases.size < maxInFlight)
      return this.stats().ready > 0 ? 0 : this.#nextMs(now);
    return Math.max(0, firstOf(leases) - now);
  }

  stats(): QueueStats {
    const { ready, leases, due, dead } = this.state;
    return {
      depth: depthOf(this.state),
      inFlight: leases.size,
      waiting: due.size,
      ready: ready.length - (ready[0] === "" ? 1 : 0),
      deadLetters: dead.length,
    };
  }

  #remember(now: number, ids: readonly string[]): void {
    const { dedupeMs } = this.#rules;
    if (dedupeMs > 0) remember(this.state.seen, ids, now + dedupeMs);
  }

  #append(entry: LaneEntry): void {
    const { lanes, ready } = this.state;
    const lane = lanes.get(entry.lane);
    if (lane) lane.push(entry);
    else {
      lanes.set(entry.lane, [entry]);
      ready.push(entry.lane);
    }
    this.state.pushed++;
  }

  #drop(lane: string): void {
    const { lanes, ready, leases, due, heads } = this.state;
    const entries = lanes.get(lane) ?? [];
    entries.shift();
    leases.delete(lane);
    due.delete(lane);
    heads.delete(lane);
    this.state.ended++;
    if (entries.length > 0) ready.push(lane);
    else lanes.delete(lane);
  }

  #bury(now: number, lane: string, attempts: number, reason: string): void {
    const { dead } = this.state;
    const { id, json, pushedAtMs } = this.#head(lane);
    dead.push({
      number: ++this.state.buried,
      id,
      lane,
      body: json,
      attempts,
      reason,
      ...(pushedAtMs !== undefined && { pushedAtMs }),
      buriedAtMs: now,
    });
    if (dead.length > this.#rules.maxDeadLetters) dead.shift();
    this.#drop(lane);
  }

  #lease(now: number, lane: string, leaseMs: number, nonce: string): Entry {
    this.state.heads.set(lane, nonce);
    this.state.leases.set(lane, now + leaseMs);
    this.state.due.delete(lane);
    return { ...this.#head(lane), attempt: attemptOf(nonce), nonce };
  }

  #head(lane: string): LaneEntry {
    const head = this.state.lanes.get(lane)?.[0];
    if (!head) throw new Error("A lane in flight has no job."); // The invariant is broken.
    return head;
  }

  #lost({ lane, id }: ParsedReceipt): "stale" | "gone" {
    return this.state.lanes.get(lane)?.[0]?.id === id ? "stale" : "gone";
  }

  #nextMs(now: number): number | null {
    const next = Math.min(firstOf(this.state.leases), firstOf(this.state.due));
    return next === Infinity ? null : Math.max(0, next - now);
  }
}
