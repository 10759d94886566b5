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
/** Old ids are swept at every fiftieth turn only, because it costs a walk over all ids of the chat. */
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
  function addTurn(chat: string, person: Person, { epoch, ...content }: NewTurn): StoreCommit {
    const { watermark, base } = person.counters;
    const seq = person.counters.seq + 1;
    const pending = seq - watermark;
    const { keep, overflows } = keepAfter(pending, limits);
    const dropped = overflows ? 1 : 0;
    const counters = { ...born(person.counters), seq };
    const atMs = now();
    tables.savePerson(chat, {
      ...person,
      epoch,
      counters: { ...counters, dropped: counters.dropped + dropped },
    });
    tables.addTurn(chat, { seq, atMs, payload: encodeTurn(content) });
    for (const id of [content.turnId, ...(content.parts ?? []).map((part) => part.id)])
      tables.addSeen(chat, { turnId: id, seq, atMs });
    tables.trim(chat, seq - keep);
    if (seq % sweepEvery === 0) tables.sweepSeen(chat, atMs - keepIdsMs);
    return { status: "committed", seq, pending, covered: base + watermark, dropped };
  }

  /** Answers the repeated commit of a turn that was given the number `seq`. */
  function duplicateOf(chat: string, person: Person, turnId: string, seq: number): StoreCommit {
    const { seq: last, watermark, base } = person.counters;
    const first = tables.turn(chat, seq);
    // After a forget the place of the old turn may belong to a new one.
    const answer = first && answers(first, turnId) ? first.assistant : null;
    const pending = last - watermark;
    return { status: "duplicate", seq, pending, covered: base + watermark, answer };
  }

  function forget(chat: string, requestId: string): { epoch: number } {
    const before = tables.forgetEpoch(chat, requestId);
    if (before !== null) return { epoch: before };
    const epoch = nextEpoch(tables.person(chat).epoch, now());
    tables.savePerson(chat, { epoch, counters: noCounters, summary: null });
    tables.trim(chat, Number.MAX_SAFE_INTEGER);
    tables.addForget(chat, { requestId, epoch });
    return { epoch };
  }

  return {
    keeps: limits,

    begin: (chat, turnId) =>
      atomically("DEFERRED", () => {
        const { counters, epoch, summary } = tables.person(chat);
        const { turns, unreadable } = tables.turns(chat);
        const seen = turnId === "" ? null : tables.seen(chat, turnId);
        return { ...counters, epoch, summary, turns, seen, ...(unreadable > 0 && { unreadable }) };
      }),

    commit: (chat, turn) =>
      atomically("IMMEDIATE", () => {
        const person = tables.person(chat);
        if (person.epoch > turn.epoch) return { status: "forgotten" };
        const seen = tables.seen(chat, turn.turnId);
        if (seen !== null) return duplicateOf(chat, person, turn.turnId, seen);
        return addTurn(chat, person, turn);
      }),

    amend: (chat, amendment) =>
      atomically("IMMEDIATE", () => {
        const { seq, editId, after } = amendment;
        const { epoch } = tables.person(chat);
        const seen = tables.seen(chat, editId) !== null;
        const refusal = refuseAmend({ epoch, seen, kept: tables.turn(chat, seq) }, amendment);
        if (refusal) return refusal;
        tables.replaceTurn(chat, { seq, payload: encodeTurn(after) });
        tables.addSeen(chat, { turnId: editId, seq, atMs: now() });
        return "amended";
      }),

    apply: (chat, change) =>
      atomically("IMMEDIATE", () => {
        const person = tables.person(chat);
        const refusal = refuseApply(person.counters, person.epoch, change);
        if (refusal) return refusal;
        const { seq } = person.counters;
        const version = change.becomes ?? change.version + 1;
        const counters = { ...person.counters, version, watermark: change.to };
        tables.savePerson(chat, { ...person, counters, summary: change.summary });
        tables.trim(chat, seq - keepAfter(seq - change.to, limits).keep);
        return "applied";
      }),

    hydrate: (chat, record) =>
      atomically("IMMEDIATE", () => {
        const person = tables.person(chat);
        const refusal = refuseHydrate(person.counters, person.epoch, record);
        if (refusal) return refusal;
        const { epoch, version, coversThrough: base, summary } = record;
        const counters = { ...born(person.counters), version, base };
        tables.savePerson(chat, { epoch, counters, summary });
        return "hydrated";
      }),

    forget: (chat, requestId) =>
      guarded(() => {
        const forgotten = transaction(db, "IMMEDIATE", () => forget(chat, requestId));
        // Again for a repeated request, too: the first one may have ended before this.
        wipeDeleted(db);
        return forgotten;
      }),
  };
}
