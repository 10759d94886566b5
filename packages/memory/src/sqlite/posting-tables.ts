import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { StoredTurn } from "../recall/posting-store.ts";
import { postingLength } from "../recall/postings.ts";

const schema = `
CREATE TABLE IF NOT EXISTS tgmem_recall (
  id INTEGER PRIMARY KEY,
  chat TEXT NOT NULL UNIQUE,
  epoch INTEGER NOT NULL,
  analyzer TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  built INTEGER NOT NULL,
  units INTEGER NOT NULL,
  turns INTEGER NOT NULL,
  last_at_ms INTEGER NOT NULL,
  swept TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS tgmem_recall_turn (
  chat INTEGER NOT NULL,
  n INTEGER NOT NULL,
  turn_id TEXT NOT NULL,
  units INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  starts INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (chat, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS tgmem_recall_id ON tgmem_recall_turn (chat, turn_id);
CREATE TABLE IF NOT EXISTS tgmem_recall_term (
  chat INTEGER NOT NULL,
  term TEXT NOT NULL,
  low TEXT NOT NULL,
  list TEXT NOT NULL,
  PRIMARY KEY (chat, term, low)
) STRICT, WITHOUT ROWID;`;

/** Where the index of a chat stands. `id` stands for the chat in the other tables. */
export interface IndexRow {
  readonly id: number;
  readonly epoch: number;
  readonly analyzer: string;
  readonly first: number;
  readonly last: number;
  readonly built: number;
  readonly units: number;
  readonly turns: number;
  readonly lastAtMs: number;
  /** The last term that the sweep has looked at. */
  readonly swept: string;
}

type Row = Readonly<Record<string, unknown>>;

const decodeIndex = (row: Row): IndexRow => ({
  id: Number(row["id"]),
  epoch: Number(row["epoch"]),
  analyzer: String(row["analyzer"]),
  first: Number(row["first"]),
  last: Number(row["last"]),
  built: Number(row["built"]),
  units: Number(row["units"]),
  turns: Number(row["turns"]),
  lastAtMs: Number(row["last_at_ms"]),
  swept: String(row["swept"]),
});

const decodeTurn = (row: Row): StoredTurn & { readonly n: number } => ({
  n: Number(row["n"]),
  turnId: String(row["turn_id"]),
  units: Number(row["units"]),
  body: String(row["body"]),
});

/** A piece of the postings of a term, and the number of its first one. */
export interface Block {
  readonly low: string;
  readonly list: string;
}

const decodeBlock = (row: Row): Block => ({ low: String(row["low"]), list: String(row["list"]) });

/** Prepares a query of many rows, which come as arrays: that takes half the time of objects. */
function rowsOf(db: DatabaseSync, sql: string): StatementSync {
  const query = db.prepare(sql);
  query.setReturnArrays(true);
  return query;
}

/** Prepares the statements of recall indexes. The caller holds the transaction. */
export function postingTables(db: DatabaseSync) {
  db.exec(schema);
  const selectIndex = db.prepare("SELECT * FROM tgmem_recall WHERE chat = ?");
  const insertIndex = db.prepare(
    "INSERT INTO tgmem_recall VALUES (NULL, ?, ?, '', 1, 0, 0, 0, 0, 0, '') RETURNING *",
  );
  const updateIndex = db.prepare(
    "UPDATE tgmem_recall SET epoch = ?, analyzer = ?, first = ?, last = ?, built = ?, units = ?, turns = ?, last_at_ms = ?, swept = ? WHERE id = ?",
  );
  const selectNumber = db.prepare("SELECT n FROM tgmem_recall_turn WHERE chat = ? AND turn_id = ?");
  const selectTurn = db.prepare("SELECT * FROM tgmem_recall_turn WHERE chat = ? AND n = ?");
  const selectTexts = rowsOf(
    db,
    "SELECT n, turn_id, units, body FROM tgmem_recall_turn WHERE chat = ? AND n IN (SELECT value FROM json_each(?))",
  );
  const selectOldest = db.prepare(
    "SELECT * FROM tgmem_recall_turn WHERE chat = ? ORDER BY n LIMIT ?",
  );
  const selectSittings = db.prepare(
    "SELECT n, at_ms FROM tgmem_recall_turn WHERE chat = ? AND starts = 1 ORDER BY n",
  );
  const insertTurn = db.prepare("INSERT INTO tgmem_recall_turn VALUES (?, ?, ?, ?, ?, ?, ?)");
  const updateTurn = db.prepare(
    "UPDATE tgmem_recall_turn SET units = ?, body = ? WHERE chat = ? AND n = ?",
  );
  const deleteTurn = db.prepare("DELETE FROM tgmem_recall_turn WHERE chat = ? AND n = ?");
  const deleteTurns = db.prepare("DELETE FROM tgmem_recall_turn WHERE chat = ?");
  const selectBlocks = db.prepare(
    "SELECT low, list FROM tgmem_recall_term WHERE chat = ? AND term = ? ORDER BY low DESC LIMIT ?",
  );
  const selectLists = rowsOf(
    db,
    "SELECT term, list FROM tgmem_recall_term WHERE chat = ? AND term IN (SELECT value FROM json_each(?)) ORDER BY term, low",
  );
  const selectBlockOf = db.prepare(
    "SELECT low, list FROM tgmem_recall_term WHERE chat = ? AND term = ? AND low < ? ORDER BY low DESC LIMIT 1",
  );
  const extendNewest = db.prepare(
    `UPDATE tgmem_recall_term SET list = list || ? WHERE chat = ? AND term = ? AND length(list) < ? AND low =
       (SELECT max(low) FROM tgmem_recall_term WHERE chat = ? AND term = ?)`,
  );
  const upsertBlock = db.prepare("INSERT OR REPLACE INTO tgmem_recall_term VALUES (?, ?, ?, ?)");
  const deleteBlock = db.prepare(
    "DELETE FROM tgmem_recall_term WHERE chat = ? AND term = ? AND low = ?",
  );
  const deleteBefore = db.prepare(
    "DELETE FROM tgmem_recall_term WHERE chat = ? AND term = ? AND low < ?",
  );
  const selectTerms = db.prepare(
    "SELECT DISTINCT term FROM tgmem_recall_term WHERE chat = ? AND term > ? ORDER BY term LIMIT ?",
  );
  const deleteEnded = db.prepare(
    `DELETE FROM tgmem_recall_term WHERE chat = ? AND term = ? AND substr(list, -${postingLength}, 4) < ?`,
  );
  const deleteTerms = db.prepare("DELETE FROM tgmem_recall_term WHERE chat = ?");

  return {
    index(chat: string): IndexRow | null {
      const row = selectIndex.get(chat);
      return row ? decodeIndex(row) : null;
    },

    addIndex(chat: string, epoch: number): IndexRow {
      const row = insertIndex.get(chat, epoch);
      return decodeIndex(row ?? {});
    },

    saveIndex(index: IndexRow): void {
      const { id, epoch, analyzer, first, last, built, units, turns, lastAtMs, swept } = index;
      updateIndex.run(epoch, analyzer, first, last, built, units, turns, lastAtMs, swept, id);
    },

    numberOf(id: number, turnId: string): number | undefined {
      const n = selectNumber.get(id, turnId)?.["n"];
      return typeof n === "number" ? n : undefined;
    },

    turn(id: number, n: number): StoredTurn | undefined {
      const row = selectTurn.get(id, n);
      return row ? decodeTurn(row) : undefined;
    },

    /** Gives those of these turns that are there, by their numbers. */
    texts: (id: number, numbers: readonly number[]): ReadonlyMap<number, StoredTurn> =>
      new Map(
        selectTexts
          .all(id, JSON.stringify(numbers))
          .map(({ 0: n, 1: turnId, 2: units, 3: body }) => [
            Number(n),
            { turnId: String(turnId), units: Number(units), body: String(body) },
          ]),
      ),

    oldest: (id: number, count: number) => selectOldest.all(id, count).map(decodeTurn),

    sittings: (id: number) =>
      selectSittings.all(id).map((row) => [Number(row["n"]), Number(row["at_ms"])] as const),

    addTurn(
      id: number,
      turn: StoredTurn & { readonly n: number; readonly atMs: number; readonly starts: boolean },
    ): void {
      const { n, turnId, units, atMs, starts, body } = turn;
      insertTurn.run(id, n, turnId, units, atMs, starts ? 1 : 0, body);
    },

    replaceTurn(id: number, n: number, { units, body }: StoredTurn): void {
      updateTurn.run(units, body, id, n);
    },

    deleteTurn: (id: number, n: number): void => void deleteTurn.run(id, n),

    /** Gives all postings of those of these terms that have any. */
    lists(id: number, terms: readonly string[]): ReadonlyMap<string, string> {
      const lists = new Map<string, string>();
      for (const { 0: term, 1: list } of selectLists.all(id, JSON.stringify(terms)))
        lists.set(String(term), (lists.get(String(term)) ?? "") + String(list));
      return lists;
    },

    /** Gives the newest pieces of a term, the newest one first. */
    blocks: (id: number, term: string, most: number) =>
      selectBlocks.all(id, term, most).map(decodeBlock),

    /** Gives the piece in which a posting below this number would stand. */
    blockOf(id: number, term: string, below: string): Block | undefined {
      const row = selectBlockOf.get(id, term, below);
      return row ? decodeBlock(row) : undefined;
    },

    /** Adds postings to the newest piece of a term, and says whether there is one that is shorter than this. */
    extendNewest: (id: number, term: string, list: string, shorterThan: number): boolean =>
      extendNewest.run(list, id, term, shorterThan, id, term).changes > 0,

    saveBlock(id: number, term: string, { low, list }: Block): void {
      upsertBlock.run(id, term, low, list);
    },

    deleteBlock: (id: number, term: string, low: string): void =>
      void deleteBlock.run(id, term, low),

    deleteBefore: (id: number, term: string, low: string): void =>
      void deleteBefore.run(id, term, low),

    termsAfter: (id: number, term: string, count: number) =>
      selectTerms.all(id, term, count).map((row) => String(row["term"])),

    /** Deletes the pieces of a term whose last posting is below this number. */
    deleteEnded: (id: number, term: string, number: string): void =>
      void deleteEnded.run(id, term, number),

    deleteTerms: (id: number): void => void deleteTerms.run(id),

    /** Erases all that was said. */
    erase(id: number): void {
      deleteTerms.run(id);
      deleteTurns.run(id);
    },
  };
}

export type PostingTables = ReturnType<typeof postingTables>;
