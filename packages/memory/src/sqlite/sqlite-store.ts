import type { DatabaseSync } from "node:sqlite";
import { encodeTurn } from "../protocol/codec.ts";
import { MemoryError } from "../errors.ts";
import { checkLimits, type LimitOptions } from "../protocol/limits.ts";
import {
  born,
  keepAfter,
  nextEpoch,
  noCounters,
  refuseAmend,
  refuseApply,
  refuseHydrate,
} from "../protocol/protocol.ts";
import type { NewTurn, StoreCommit, WindowStore } from "../store.ts";
import { answers } from "../protocol/turn-content.ts";
import { leaveNoTrace, wipeDeleted } from "./open-sqlite.ts";
import { type Person, personTables } from "./person-tables.ts";
import { transaction } from "./transaction.ts";

/** How much an SQLite store keeps, and for how long. */
export interface SqliteStoreOptions extends LimitOptions {
  /** Tells the time in ms since 1970. @default Date.now */
  readonly now?: () => number;
  /** How long a turn's id is known after its commit, in ms. @default 7_776_000_000, which is 90 days */
  readonly keepIdsMs?: number;
}

const dayMs = 86_400_000;
/** Old ids are swept at every fiftieth turn only, because it costs a walk over all ids of the person. */
const sweepEvery = 50;

async function guarded<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (cause) {
    throw new MemoryError("store_unavailable", "The SQLite store could not be used: see cause.", {
      cause,
    });
  }
}

/**
 * Keeps short-term memory in a SQLite file that survives a restart. Takes a database of `openSqlite` and leaves it
 * open. Several processes may share the file; a writer waits for the other one (in this thread, at most the busy
 * timeout).
 */
export function sqliteStore(db: DatabaseSync, options: SqliteStoreOptions = {}): WindowStore {
  const { now = Date.now, keepIdsMs = 90 * dayMs } = options;
  const limits = checkLimits(options);
  leaveNoTrace(db);
  const tables = personTables(db);

  const atomically = <T>(mode: "DEFERRED" | "IMMEDIATE", work: () => T) =>
    guarded(() => transaction(db, mode, work));

  /** Adds a turn that is new, and drops those that have no room any more. */
  function addTurn(user: string, person: Person, { epoch, ...content }: NewTurn): StoreCommit {
    const { watermark, base } = person.counters;
    const seq = person.counters.seq + 1;
    const pending = seq - watermark;
    const { keep, overflows } = keepAfter(pending, limits);
    const dropped = overflows ? 1 : 0;
    const counters = { ...born(person.counters), seq };
    const atMs = now();
    tables.savePerson(user, {
      ...person,
      epoch,
      counters: { ...counters, dropped: counters.dropped + dropped },
    });
    tables.addTurn(user, { seq, atMs, payload: encodeTurn(content) });
    for (const id of [content.turnId, ...(content.parts ?? []).map((part) => part.id)])
      tables.addSeen(user, { turnId: id, seq, atMs });
    tables.trim(user, seq - keep);
    if (seq % sweepEvery === 0) tables.sweepSeen(user, atMs - keepIdsMs);
    return { status: "committed", seq, pending, covered: base + watermark, dropped };
  }

  /** Answers the repeated commit of a turn that was given the number `seq`. */
  function duplicateOf(user: string, person: Person, turnId: string, seq: number): StoreCommit {
    const { seq: last, watermark, base } = person.counters;
    const first = tables.turn(user, seq);
    // After a forget the place of the old turn may belong to a new one.
    const answer = first && answers(first, turnId) ? first.assistant : null;
    const pending = last - watermark;
    return { status: "duplicate", seq, pending, covered: base + watermark, answer };
  }

  function forget(user: string, requestId: string): { epoch: number } {
    const before = tables.forgetEpoch(user, requestId);
    if (before !== null) return { epoch: before };
    const epoch = nextEpoch(tables.person(user).epoch, now());
    tables.savePerson(user, { epoch, counters: noCounters, summary: null });
    tables.trim(user, Number.MAX_SAFE_INTEGER);
    tables.addForget(user, { requestId, epoch });
    return { epoch };
  }

  return {
    keeps: limits,

    begin: (user, turnId) =>
      atomically("DEFERRED", () => {
        const { counters, epoch, summary } = tables.person(user);
        const { turns, unreadable } = tables.turns(user);
        const seen = turnId === "" ? null : tables.seen(user, turnId);
        return { ...counters, epoch, summary, turns, seen, ...(unreadable > 0 && { unreadable }) };
      }),

    commit: (user, turn) =>
      atomically("IMMEDIATE", () => {
        const person = tables.person(user);
        if (person.epoch > turn.epoch) return { status: "forgotten" };
        const seen = tables.seen(user, turn.turnId);
        if (seen !== null) return duplicateOf(user, person, turn.turnId, seen);
        return addTurn(user, person, turn);
      }),

    amend: (user, amendment) =>
      atomically("IMMEDIATE", () => {
        const { seq, editId, after } = amendment;
        const { epoch } = tables.person(user);
        const seen = tables.seen(user, editId) !== null;
        const refusal = refuseAmend({ epoch, seen, kept: tables.turn(user, seq) }, amendment);
        if (refusal) return refusal;
        tables.replaceTurn(user, { seq, payload: encodeTurn(after) });
        tables.addSeen(user, { turnId: editId, seq, atMs: now() });
        return "amended";
      }),

    apply: (user, change) =>
      atomically("IMMEDIATE", () => {
        const person = tables.person(user);
        const refusal = refuseApply(person.counters, person.epoch, change);
        if (refusal) return refusal;
        const { seq } = person.counters;
        const version = change.becomes ?? change.version + 1;
        const counters = { ...person.counters, version, watermark: change.to };
        tables.savePerson(user, { ...person, counters, summary: change.summary });
        tables.trim(user, seq - keepAfter(seq - change.to, limits).keep);
        return "applied";
      }),

    hydrate: (user, record) =>
      atomically("IMMEDIATE", () => {
        const person = tables.person(user);
        const refusal = refuseHydrate(person.counters, person.epoch, record);
        if (refusal) return refusal;
        const { epoch, version, coversThrough: base, summary } = record;
        const counters = { ...born(person.counters), version, base };
        tables.savePerson(user, { epoch, counters, summary });
        return "hydrated";
      }),

    forget: (user, requestId) =>
      guarded(() => {
        const forgotten = transaction(db, "IMMEDIATE", () => forget(user, requestId));
        // Again for a repeated request, too: the first one may have ended before this.
        wipeDeleted(db);
        return forgotten;
      }),
  };
}
