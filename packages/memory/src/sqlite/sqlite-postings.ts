import type { DatabaseSync } from "node:sqlite";
import { checkPostingLimits } from "../recall/limits.ts";
import type {
  Batch,
  PostingLimits,
  PostingStore,
  Replacement,
  WriteState,
} from "../recall/posting-store.ts";
import { encodeNumber, insertPostings, postingLength } from "../recall/postings.ts";
import { groupCommit } from "./group-commit.ts";
import { leaveNoTrace } from "./open-sqlite.ts";
import { type IndexRow, postingTables } from "./posting-tables.ts";
import { eraseBelow } from "./recall-eraser.ts";
import { guarded, orFailure } from "./sqlite-error.ts";
import { transaction } from "./transaction.ts";
import { wipeOf } from "./wipe.ts";

/** The postings of a common term stand in rows of about this length, so that adding one writes little. */
const blockLength = 128 * postingLength;
/** How many terms are looked through for postings of dropped turns, for each turn that comes. */
const sweptPerTurn = 64;

const nothing: Omit<WriteState, "known"> = {
  epoch: 0,
  analyzer: "",
  first: 1,
  last: 0,
  built: 0,
  units: 0,
  lastAtMs: 0,
};

/**
 * Keeps what a recall index writes in a SQLite file, which may be that of the store: then one forget erases both. Takes a
 * database of `openSqlite` and leaves it open. Throws `store_unavailable` where the tables cannot be made.
 */
export function sqlitePostings(db: DatabaseSync, options: PostingLimits = {}): PostingStore {
  const { maxTurns, maxPostings } = checkPostingLimits(options);
  const mostBlocks = Math.ceil((maxPostings * postingLength) / blockLength) + 1;
  const { tables, disk } = orFailure("store_unavailable", () => {
    leaveNoTrace(db);
    return { tables: transaction(db, "IMMEDIATE", () => postingTables(db)), disk: wipeOf(db) };
  });
  const inGroup = groupCommit(db);
  const read = <T>(work: () => T) => guarded(() => transaction(db, "DEFERRED", work));
  const write = <T>(work: () => T) => guarded(() => inGroup(work));

  /** Gives the index of this epoch, after what is of a lower one was dropped. */
  function indexFor(chat: string, epoch: number): IndexRow | "forgotten" {
    const held = tables.index(chat);
    if (held && held.epoch > epoch) return "forgotten";
    if (held?.epoch === epoch) return held;
    if (eraseBelow(tables, chat, epoch)) disk.owe();
    return tables.index(chat) ?? "forgotten";
  }

  function addPostings(id: number, term: string, list: string): void {
    if (tables.extendNewest(id, term, list, blockLength)) return;
    tables.saveBlock(id, term, { low: list.slice(0, 4), list });
    const kept = tables.blocks(id, term, mostBlocks);
    const oldest = kept.at(-1);
    if (oldest && kept.length === mostBlocks) tables.deleteBefore(id, term, oldest.low);
  }

  /** Drops the oldest turns that have no room. */
  function dropOldest(index: IndexRow): IndexRow {
    let { first, units } = index;
    const dropped = tables.oldest(index.id, Math.max(0, index.turns - maxTurns));
    for (const turn of dropped) {
      tables.deleteTurn(index.id, turn.n);
      first = turn.n + 1;
      units -= turn.units;
    }
    return { ...index, first, units, turns: index.turns - dropped.length };
  }

  /** Goes on with looking for postings of turns that were dropped. */
  function sweep(index: IndexRow, turns: number): IndexRow {
    if (index.first === 1 || turns === 0) return index;
    const count = sweptPerTurn * turns;
    const terms = tables.termsAfter(index.id, index.swept, count);
    const lowest = encodeNumber(2 * index.first);
    for (const term of terms) tables.deleteEnded(index.id, term, lowest);
    return { ...index, swept: terms.length < count ? "" : (terms.at(-1) ?? "") };
  }

  function append(chat: string, batch: Batch): "added" | "conflict" | "forgotten" {
    const held = indexFor(chat, batch.epoch);
    if (held === "forgotten") return held;
    const isSame = held.last === 0 || held.analyzer === batch.analyzer || batch.restart;
    if (held.last !== batch.after || held.built !== batch.builtBefore || !isSame) return "conflict";
    if (batch.restart) tables.deleteTerms(held.id);
    for (const turn of batch.turns) tables.addTurn(held.id, turn);
    for (const [term, list] of batch.lists) addPostings(held.id, term, list);
    const newest = batch.turns.at(-1);
    const index = dropOldest({
      ...held,
      analyzer: batch.analyzer,
      last: newest?.n ?? held.last,
      built: batch.built,
      units: (batch.restart ? 0 : held.units) + batch.units,
      turns: held.turns + batch.turns.length,
      lastAtMs: newest?.atMs ?? held.lastAtMs,
    });
    tables.saveIndex(sweep(index, batch.turns.length));
    return "added";
  }

  function replacePostings(id: number, term: string, n: number, postings: string): void {
    const behind = encodeNumber(2 * n + 2);
    const block = tables.blockOf(id, term, behind);
    const list = insertPostings(block?.list ?? "", 2 * n, postings);
    // The number of its first posting may be another one now.
    if (block) tables.deleteBlock(id, term, block.low);
    if (list !== "") tables.saveBlock(id, term, { low: list.slice(0, 4), list });
  }

  function replace(
    chat: string,
    { epoch, n, before, after, lists }: Replacement,
  ): "replaced" | "conflict" | "forgotten" {
    const index = indexFor(chat, epoch);
    if (index === "forgotten") return index;
    const held = tables.turn(index.id, n);
    if (held?.body !== before.body) return "conflict";
    if (after) tables.replaceTurn(index.id, n, after);
    else tables.deleteTurn(index.id, n);
    const turns = index.turns - (after ? 0 : 1);
    if (n > index.built) {
      tables.saveIndex({ ...index, turns });
      return "replaced";
    }
    for (const [term, list] of lists) replacePostings(index.id, term, n, list);
    const units = index.units - held.units + (after?.units ?? 0);
    tables.saveIndex({ ...index, turns, units });
    return "replaced";
  }

  return {
    maxPostings,

    state: (chat, turnIds) =>
      read(() => {
        const index = tables.index(chat);
        if (!index) return { ...nothing, known: new Map() };
        const { id, turns: _turns, swept: _swept, ...numbers } = index;
        const known = turnIds.flatMap((turnId) => {
          const n = tables.numberOf(id, turnId);
          return n === undefined ? [] : [[turnId, n] as const];
        });
        return { ...numbers, known: new Map(known) };
      }),

    append: (chat, batch) => write(() => append(chat, batch)),

    read: (chat, terms, { sittings }) =>
      read(() => {
        const index = tables.index(chat);
        if (!index) return { ...nothing, lists: new Map(), sittings: [] };
        const { id, turns: _turns, swept: _swept, lastAtMs: _at, ...numbers } = index;
        return {
          ...numbers,
          lists: tables.lists(id, terms),
          sittings: sittings ? tables.sittings(id) : [],
        };
      }),

    texts: (chat, numbers) =>
      read(() => {
        const index = tables.index(chat);
        return index ? tables.texts(index.id, numbers) : new Map();
      }),

    replace: (chat, replacement) => write(() => replace(chat, replacement)),

    forget: (chat, epoch) =>
      guarded(async () => {
        await inGroup(() => {
          if (eraseBelow(tables, chat, epoch)) disk.owe();
        });
        disk.wipe();
      }),
  };
}
