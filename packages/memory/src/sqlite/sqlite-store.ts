import type { DatabaseSync } from "node:sqlite";
import { decodeSummary, encodeSummary } from "../protocol/summary-codec.ts";
import { encodeTurn } from "../protocol/turn-codec.ts";
import { checkLimits, type LimitOptions } from "../protocol/limits.ts";
import {
  born,
  hydration,
  keepAfter,
  nextEpoch,
  noCounters,
  refuseAmend,
  refuseApply,
  watermarkBeside,
} from "../protocol/protocol.ts";
import type { NewTurn, StoreCommit, WindowStore } from "../store.ts";
import { answers, contentOf } from "../protocol/turn-content.ts";
import { checkUsage } from "../protocol/usage.ts";
import { archiveEraser } from "./archive-eraser.ts";
import { type ChatRow, chatTables } from "./chat-tables.ts";
import { groupCommit } from "./group-commit.ts";
import { leaveNoTrace } from "./open-sqlite.ts";
import { recallEraser } from "./recall-eraser.ts";
import { guarded, orFailure } from "./sqlite-error.ts";
import { transaction } from "./transaction.ts";
import { wipeOf } from "./wipe.ts";

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

/**
 * Keeps short-term memory in a SQLite file that survives a restart. Takes a database of `openSqlite` and leaves it
 * open. Several processes may share the file; a writer waits for the other one (in this thread, at most the busy
 * timeout). Throws `store_unavailable` where the tables cannot be made.
 */
export function sqliteStore(db: DatabaseSync, options: SqliteStoreOptions = {}): WindowStore {
  const { now = Date.now, keepIdsMs = 90 * dayMs } = options;
  const limits = checkLimits(options);
  const { tables, eraseArchived, eraseRecalled, disk } = orFailure("store_unavailable", () => {
    leaveNoTrace(db);
    return {
      tables: chatTables(db),
      eraseArchived: archiveEraser(db),
      eraseRecalled: transaction(db, "IMMEDIATE", () => recallEraser(db)),
      disk: wipeOf(db),
    };
  });

  const inGroup = groupCommit(db);
  const read = <T>(work: () => T) => guarded(() => transaction(db, "DEFERRED", work));
  const write = <T>(work: () => T) => guarded(() => inGroup(work));

  /** Adds a turn that is new, and drops those that have no room any more. */
  function addTurn(chat: string, row: ChatRow, turn: NewTurn): StoreCommit {
    const { watermark, base } = row.counters;
    const seq = row.counters.seq + 1;
    const pending = seq - watermark;
    const { keep, overflows } = keepAfter(pending, limits, turn.keeps);
    const dropped = overflows ? 1 : 0;
    const counters = { ...born(row.counters), seq, dropped: row.counters.dropped + dropped };
    const atMs = now();
    tables.saveChat(chat, { ...row, epoch: turn.epoch, counters });
    tables.addTurn(chat, { seq, atMs, payload: encodeTurn(contentOf(turn)) });
    for (const id of [turn.turnId, ...(turn.parts ?? []).map((part) => part.id)])
      tables.addSeen(chat, { turnId: id, seq, atMs });
    tables.trim(chat, seq - keep);
    if (turn.usage) tables.addUsage(chat, checkUsage(turn.usage));
    if (seq % sweepEvery === 0) tables.sweepSeen(chat, atMs - keepIdsMs);
    return { status: "committed", seq, pending, covered: base + watermark, dropped };
  }

  /** Answers the repeated commit of a turn that was given the number `seq`. */
  function duplicateOf(chat: string, row: ChatRow, turnId: string, seq: number): StoreCommit {
    const { seq: last, watermark, base } = row.counters;
    const first = tables.turn(chat, seq);
    // After a forget the place of the old turn may belong to a new one.
    const answer = first && answers(first, turnId) ? first.assistant : null;
    const pending = last - watermark;
    return { status: "duplicate", seq, pending, covered: base + watermark, answer };
  }

  function forget(
    chat: string,
    requestId: string,
    { atLeast = 0, ifEpoch }: { readonly atLeast?: number; readonly ifEpoch?: number },
  ) {
    const before = tables.forgetEpoch(chat, requestId);
    if (before !== null && before >= atLeast) return { epoch: before, unchanged: true };
    const { epoch: held } = tables.chat(chat);
    if (ifEpoch !== undefined && ifEpoch !== held) return { epoch: held, unchanged: true };
    const epoch = nextEpoch(held, now(), atLeast);
    tables.saveChat(chat, { epoch, counters: noCounters, stored: null });
    tables.trim(chat, Number.MAX_SAFE_INTEGER);
    tables.deleteUsage(chat);
    tables.deleteArchived(chat);
    tables.addForget(chat, { requestId, epoch });
    // Where archive or recall are in the same file: they have to go anyhow, and so the file is rewritten once.
    eraseArchived(chat, epoch - 1);
    eraseRecalled(chat, epoch);
    disk.owe();
    return { epoch, unchanged: false };
  }

  return {
    keeps: limits,

    begin: (chat, turnId) =>
      read(() => {
        const { counters, epoch, stored } = tables.chat(chat);
        return {
          ...counters,
          epoch,
          ...decodeSummary(stored),
          paused: tables.isPaused(chat),
          usage: tables.usage(chat),
          ...tables.archived(chat),
          ...tables.turns(chat),
          seen: turnId === "" ? null : tables.seen(chat, turnId),
        };
      }),

    async commit(chat, turn) {
      if (turn.usage) checkUsage(turn.usage);
      return write(() => {
        const row = tables.chat(chat);
        if (row.epoch > turn.epoch) return { status: "forgotten" };
        const seen = tables.seen(chat, turn.turnId);
        if (seen !== null) return duplicateOf(chat, row, turn.turnId, seen);
        return tables.isPaused(chat) ? { status: "paused" } : addTurn(chat, row, turn);
      });
    },

    amend: (chat, amendment) =>
      write(() => {
        const { seq, editId, after } = amendment;
        const { epoch } = tables.chat(chat);
        const seen = tables.seen(chat, editId) !== null;
        const refusal = refuseAmend({ epoch, seen, kept: tables.turn(chat, seq) }, amendment);
        if (refusal) return refusal;
        tables.replaceTurn(chat, { seq, payload: encodeTurn(after) });
        tables.addSeen(chat, { turnId: editId, seq, atMs: now() });
        return "amended";
      }),

    apply: (chat, change) =>
      write(() => {
        const row = tables.chat(chat);
        const refusal = refuseApply({ ...row, last: tables.turn(chat, change.to) }, change);
        if (refusal) return refusal;
        const { seq } = row.counters;
        const version = change.becomes ?? change.version + 1;
        const counters = { ...row.counters, version, watermark: change.to };
        tables.saveChat(chat, { ...row, counters, stored: encodeSummary(change.summary) });
        tables.addArchived(chat, change.archivedIn);
        tables.trim(chat, seq - keepAfter(seq - change.to, limits).keep);
        return "applied";
      }),

    hydrate: (chat, record, wait) =>
      write(() => {
        const row = tables.chat(chat);
        const taken = hydration({ ...row, hasText: row.stored !== null }, record, wait);
        if (taken !== "text" && taken !== "all") return taken;
        const { epoch, version, coversThrough: base } = record;
        const watermark = watermarkBeside(row.counters, tables.firstTurn(chat));
        const counters =
          taken === "text" ? row.counters : { ...born(row.counters), version, base, watermark };
        tables.saveChat(chat, { epoch, counters, stored: encodeSummary(record.summary) });
        tables.addArchived(chat, record.archivedIn);
        return "hydrated";
      }),

    forget: (chat, requestId, which = {}) =>
      guarded(async () => {
        const forgotten = await inGroup(() => forget(chat, requestId, which));
        disk.wipe();
        return forgotten;
      }),

    pause: (chat, paused) => write(() => tables.pause(chat, paused)),

    list: ({ limit, cursor = "" }) =>
      read(() => {
        const chats = tables.after(cursor, limit);
        return { chats, cursor: chats.length < limit ? null : (chats.at(-1)?.chat ?? null) };
      }),
  };
}
