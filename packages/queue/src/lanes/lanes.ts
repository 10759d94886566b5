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
import type { Outcome } from "../queue.ts";
import { formatNonce, type ParsedReceipt, parseNonce } from "../receipt.ts";
import { givenBack, isClaimed, isMute, isWaiting, untried } from "./heads.ts";
import type { LaneTables } from "./lane-tables.ts";
import { keepLetter, type LetterRules } from "./letters.ts";
import { append, drop, headOf, lease, nonceOf, wait } from "./moves.ts";
import { heldTill, isAllPaused } from "./pause.ts";
import { pick, type PickSizes } from "./pick.ts";
import { goOut, isSuspect, mayGo, suspectDelayMs, suspectsOut } from "./suspects.ts";

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
 * The queue as a state machine: the adapters in memory and on SQLite run on it, and the Redis scripts are tested against it,
 * command by command. No clock of its own, no waits.
 */
export class Lanes<T extends LaneTables = LaneTables> {
  readonly #rules: LanesRules;
  readonly tables: T;

  constructor(rules: LanesRules, tables: T) {
    this.#rules = rules;
    this.tables = tables;
  }

  /** Answers the indexes of the duplicates, or `full`: nothing was written. */
  push(now: number, entries: readonly NewEntry[]): readonly number[] | "full" {
    const { tables } = this;
    const { maxDepth } = this.#rules;
    if (maxDepth > 0) {
      const room = maxDepth - tables.depth();
      // Counted exactly: the repeat of the push that filled the queue must hear "duplicate", not "full".
      if (entries.length > room && this.#countFresh(now, entries) > room) return "full";
    }
    const duplicates: number[] = [];
    for (const [index, { id, lane, json, aliases, delayMs }] of entries.entries()) {
      if (this.#isDuplicate(now, id)) duplicates.push(index);
      else {
        this.#remember(now, [id, ...aliases]);
        const delay = delayMs > 0 ? { notBeforeMs: now + delayMs } : {};
        append(tables, { id, lane, json, pushedAtMs: now, ...delay });
      }
    }
    return duplicates;
  }

  take(now: number, { leaseMs, holder, handOff, ...sizes }: LanesTake): Batch {
    const { tables } = this;
    if (isAllPaused(tables)) return { entries: [], passed: 0, nextMs: null };
    const entries: Entry[] = [];
    let passed = 0;
    const { late, fresh } = pick(tables, now, sizes);

    const lend = (head: LaneEntry, attempt: number, ended: number, claim?: string) => {
      const nonce = formatNonce({ attempt, ended, holder: (handOff ? "~" : "") + holder });
      // What was claimed stays its claimer's; then the receipt of this take is stale from the beginning.
      const entry = lease(tables, head, claim ?? nonce, { until: now + leaseMs });
      entries.push({ ...entry, nonce });
    };
    const out = suspectsOut(tables, now);
    let aside = 0;
    for (const lane of late) {
      const nonce = nonceOf(tables, lane) ?? "";
      const held = parseNonce(nonce);
      const head = headOf(tables, lane);
      const ended = held.ended + (isMute(held) ? 1 : 0);
      const until = heldTill(tables, head, now);
      if (isMute(held) && ended >= this.#rules.maxEndedLeases) {
        this.#bury(now, head, held.attempt, "lease ended");
        passed++;
      } else if (until !== undefined) {
        wait(tables, lane, givenBack({ ...held, ended }), { until });
        passed++;
      } else if (isSuspect(ended) && !mayGo(out, lane, ended)) {
        wait(tables, lane, givenBack({ ...held, ended }), {
          until: now + suspectDelayMs * ++aside,
        });
      } else {
        if (isSuspect(ended)) {
          goOut(tables, lane, now, leaseMs);
          out.set(lane, ended);
        }
        if (handOff && isClaimed(held)) lend(head, held.attempt, held.ended, nonce);
        else lend(head, handOff || isMute(held) ? held.attempt : held.attempt + 1, ended);
      }
    }
    for (const lane of fresh) {
      const head = headOf(tables, lane);
      const until = heldTill(tables, head, now);
      if (until === undefined) lend(head, handOff ? 0 : 1, 0);
      else {
        wait(tables, lane, untried, { until });
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
    const { tables } = this;
    const held = new Map<string, string>();
    const outcomes = receipts.map((receipt) => {
      if (nonceOf(tables, receipt.lane) !== receipt.nonce) return this.#lost(receipt);
      held.set(receipt.lane, receipt.nonce);
      return "done";
    });
    const buried = new Set<string>();
    for (const [lane, nonce] of held) {
      const head = parseNonce(nonce);
      const { attempt } = head;
      if (op === "extend") tables.put(lane, { kind: "leased", at: now + ms, nonce });
      else if (op === "settle") drop(tables, lane);
      else if (op === "defer" || (op === "retry" && attempt < this.#rules.maxAttempts)) {
        const after = op === "defer" ? givenBack(head) : { ...head, holder: "" };
        wait(tables, lane, after, { until: now + ms });
      } else {
        this.#bury(now, headOf(tables, lane), attempt, reason);
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
    const { tables } = this;
    const nonce = nonceOf(tables, lane) ?? "0.";
    const held = parseNonce(nonce);
    const head = tables.head(lane);
    if (head?.id !== id || isWaiting(held)) return null;
    const until = now + leaseMs;
    const holder = `+${token}`;
    if (held.holder === holder) return lease(tables, head, nonce, { until });
    if (!isClaimed(held)) {
      const fresh = formatNonce({ ...held, attempt: held.attempt + 1, holder });
      return lease(tables, head, fresh, { until });
    }
    const ended = held.ended + 1;
    if (ended >= this.#rules.maxEndedLeases) {
      this.#bury(now, head, held.attempt, "lease ended");
      return null;
    }
    if (isSuspect(ended)) {
      if (!mayGo(suspectsOut(tables, now), lane, ended)) {
        wait(tables, lane, givenBack({ ...held, ended }), { until: now + suspectDelayMs });
        return null;
      }
      goOut(tables, lane, now, leaseMs);
    }
    return lease(tables, head, formatNonce({ ...held, ended, holder }), { until });
  }

  /** A repeat with the token of the last call leases the same job again and settles nothing. */
  next(now: number, { receipt, leaseMs, token }: NextRequest & Token): NextAnswer {
    const { tables } = this;
    const { lane, nonce } = receipt;
    const held = nonceOf(tables, lane);
    const fresh = `1.+${token}`;
    const isRepeat = held === fresh;
    if (!isRepeat) {
      if (held !== nonce) return { outcome: this.#lost(receipt), entry: null };
      drop(tables, lane);
    }
    const head = tables.head(lane);
    if (!head) return { outcome: "done", entry: null };
    const pausedTill = isAllPaused(tables) ? now : undefined;
    const until = isRepeat ? undefined : (heldTill(tables, head, now) ?? pausedTill);
    if (until !== undefined) {
      wait(tables, lane, untried, { until });
      return { outcome: "done", entry: null };
    }
    return { outcome: "done", entry: lease(tables, head, fresh, { until: now + leaseMs }) };
  }

  replay(now: number, numbers: readonly number[]): number {
    let found = 0;
    for (const number of numbers) {
      const letter = this.tables.letter(number);
      if (!letter) continue;
      const { id, lane, body: json } = letter;
      this.tables.dropLetter(number);
      this.#remember(now, [id]);
      append(this.tables, { id, lane, json, pushedAtMs: now });
      found++;
    }
    return found;
  }

  /** How long until a take may find something; 0 = now, null = never by itself. */
  idleMs(now: number, limit: Pick<QueueRules, "maxInFlight">): number | null {
    if (isAllPaused(this.tables)) return null;
    const isReady = this.#hasRoom(limit) && this.tables.lanesAt("ready", { most: 1 }).length > 0;
    return isReady ? 0 : this.nextMs(now, limit);
  }

  #isDuplicate(now: number, id: string): boolean {
    return this.#rules.dedupeMs > 0 && this.tables.isSeen(id, now);
  }

  #remember(now: number, ids: readonly string[]): void {
    const { dedupeMs } = this.#rules;
    if (dedupeMs > 0) this.tables.see(ids, now, now + dedupeMs);
  }

  /** Counts the jobs that a push would accept. */
  #countFresh(now: number, entries: readonly NewEntry[]): number {
    if (this.#rules.dedupeMs === 0) return entries.length;
    const marked = new Set<string>();
    let fresh = 0;
    for (const { id, aliases } of entries) {
      if (marked.has(id) || this.tables.isSeen(id, now)) continue;
      fresh++;
      for (const name of [id, ...aliases]) marked.add(name);
    }
    return fresh;
  }

  #bury(now: number, head: LaneEntry, attempts: number, reason: string): void {
    const { id, lane, json: body, pushedAtMs } = head;
    const pushed = pushedAtMs === undefined ? {} : { pushedAtMs };
    const letter = { id, lane, body, attempts, reason, ...pushed, buriedAtMs: now };
    keepLetter(this.tables, letter, this.#rules);
    drop(this.tables, lane);
  }

  #lost({ lane, id }: ParsedReceipt): "stale" | "gone" {
    return this.tables.head(lane)?.id === id ? "stale" : "gone";
  }

  #hasRoom({ maxInFlight }: Pick<QueueRules, "maxInFlight">): boolean {
    return maxInFlight === 0 || this.tables.count("leased") < maxInFlight;
  }

  /** Tells how long nothing can be found; at the limit only the end of a lease makes room by itself. */
  nextMs(now: number, limit: Pick<QueueRules, "maxInFlight">): number | null {
    const { tables } = this;
    const firstDue = this.#hasRoom(limit) ? tables.firstTime("due") : Infinity;
    const next = Math.min(tables.firstTime("leased"), firstDue);
    return next === Infinity ? null : Math.max(0, next - now);
  }
}
