import type { DatabaseSync } from "node:sqlite";
import type { Turn } from "../turn.ts";
import { decodeTurn } from "../protocol/turn-codec.ts";
import { type Counters, noCounters } from "../protocol/protocol.ts";
import { type FoundTurn, readTurn, readTurns } from "../protocol/read-turns.ts";
import { noUsage } from "../protocol/usage.ts";
import type { ChatUsage, ListedChat } from "../store.ts";
import { transaction } from "./transaction.ts";

const schema = `
CREATE TABLE IF NOT EXISTS tgmem_person (
  user TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  watermark INTEGER NOT NULL,
  version INTEGER NOT NULL,
  incarnation TEXT NOT NULL,
  base INTEGER NOT NULL,
  dropped INTEGER NOT NULL,
  summary TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS tgmem_turn (
  user TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (user, seq)
) STRICT;
CREATE TABLE IF NOT EXISTS tgmem_seen (
  user TEXT NOT NULL,
  turn_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (user, turn_id)
) STRICT;
CREATE TABLE IF NOT EXISTS tgmem_forget (
  user TEXT NOT NULL,
  request_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  PRIMARY KEY (user, request_id)
) STRICT;
CREATE TABLE IF NOT EXISTS tgmem_usage (
  user TEXT PRIMARY KEY,
  input INTEGER NOT NULL,
  output INTEGER NOT NULL,
  cost REAL NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS tgmem_paused (user TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS tgmem_archived (user TEXT PRIMARY KEY, archive TEXT NOT NULL) STRICT;`;

export interface ChatRow {
  readonly epoch: number;
  readonly counters: Counters;
  /** The summary as it is stored. It goes back as it came, because a newer program may have written it. */
  readonly stored: string | null;
}

type Row = Readonly<Record<string, unknown>>;

function decodeChat(row: Row | undefined): ChatRow {
  if (!row) return { epoch: 0, counters: noCounters, stored: null };
  const summary = row["summary"];
  return {
    epoch: Number(row["epoch"]),
    counters: {
      seq: Number(row["seq"]),
      watermark: Number(row["watermark"]),
      version: Number(row["version"]),
      incarnation: String(row["incarnation"]),
      base: Number(row["base"]),
      dropped: Number(row["dropped"]),
    },
    stored: typeof summary === "string" ? summary : null,
  };
}

const findTurn = (row: Row): FoundTurn => ({
  seq: Number(row["seq"]),
  atMs: Number(row["at_ms"]),
  content: decodeTurn(String(row["payload"])),
});

const decodeUsage = (row: Row | undefined): ChatUsage =>
  row
    ? { input: Number(row["input"]), output: Number(row["output"]), cost: Number(row["cost"]) }
    : noUsage;

const decodeListed = (row: Row): ListedChat => ({
  chat: String(row["user"]),
  pending: Number(row["pending"]),
  lastAtMs: row["last_at_ms"] === null ? null : Number(row["last_at_ms"]),
});

const numberOf = (row: Row | undefined, column: string) => (row ? Number(row[column]) : null);

/** Prepares the statements of the store. The caller holds the transaction. */
export function chatTables(db: DatabaseSync) {
  transaction(db, "IMMEDIATE", () => db.exec(schema));
  const selectChat = db.prepare("SELECT * FROM tgmem_person WHERE user = ?");
  const upsertChat = db.prepare(`
    INSERT INTO tgmem_person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (user)
    DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq, watermark = excluded.watermark, version = excluded.version,
      incarnation = excluded.incarnation, base = excluded.base, dropped = excluded.dropped, summary = excluded.summary`);
  const selectTurns = db.prepare("SELECT * FROM tgmem_turn WHERE user = ? ORDER BY seq");
  const selectFirst = db.prepare("SELECT MIN(seq) AS seq FROM tgmem_turn WHERE user = ?");
  const selectTurn = db.prepare("SELECT * FROM tgmem_turn WHERE user = ? AND seq = ?");
  const insertTurn = db.prepare("INSERT INTO tgmem_turn VALUES (?, ?, ?, ?)");
  const updateTurn = db.prepare("UPDATE tgmem_turn SET payload = ? WHERE user = ? AND seq = ?");
  const deleteTurns = db.prepare("DELETE FROM tgmem_turn WHERE user = ? AND seq <= ?");
  const selectSeen = db.prepare("SELECT seq FROM tgmem_seen WHERE user = ? AND turn_id = ?");
  const insertSeen = db.prepare("INSERT OR IGNORE INTO tgmem_seen VALUES (?, ?, ?, ?)");
  const deleteSeen = db.prepare("DELETE FROM tgmem_seen WHERE user = ? AND at_ms < ?");
  const selectForget = db.prepare(
    "SELECT epoch FROM tgmem_forget WHERE user = ? AND request_id = ?",
  );
  const insertForget = db.prepare("INSERT OR REPLACE INTO tgmem_forget VALUES (?, ?, ?)");

  const selectUsage = db.prepare("SELECT * FROM tgmem_usage WHERE user = ?");
  const upsertUsage = db.prepare(`
    INSERT INTO tgmem_usage VALUES (?, ?, ?, ?) ON CONFLICT (user)
    DO UPDATE SET input = input + excluded.input, output = output + excluded.output, cost = cost + excluded.cost`);
  const deleteUsage = db.prepare("DELETE FROM tgmem_usage WHERE user = ?");
  const selectPaused = db.prepare("SELECT 1 FROM tgmem_paused WHERE user = ?");
  const insertPaused = db.prepare("INSERT OR IGNORE INTO tgmem_paused VALUES (?)");
  const deletePaused = db.prepare("DELETE FROM tgmem_paused WHERE user = ?");
  const selectArchived = db.prepare("SELECT archive FROM tgmem_archived WHERE user = ?");
  const upsertArchived = db.prepare("INSERT OR REPLACE INTO tgmem_archived VALUES (?, ?)");
  const deleteArchived = db.prepare("DELETE FROM tgmem_archived WHERE user = ?");
  const selectPage = db.prepare(`
    SELECT user, seq - watermark AS pending,
      (SELECT at_ms FROM tgmem_turn WHERE tgmem_turn.user = tgmem_person.user ORDER BY seq DESC LIMIT 1) AS last_at_ms
    FROM tgmem_person WHERE user > ? AND incarnation <> '' ORDER BY user LIMIT ?`);

  return {
    chat: (chat: string): ChatRow => decodeChat(selectChat.get(chat)),

    saveChat(chat: string, { epoch, counters, stored }: ChatRow): void {
      const { seq, watermark, version, incarnation, base, dropped } = counters;
      upsertChat.run(chat, epoch, seq, watermark, version, incarnation, base, dropped, stored);
    },

    turns: (chat: string) => readTurns(selectTurns.all(chat).map(findTurn)),

    /** The number of the first turn that is kept. */
    firstTurn(chat: string): number | undefined {
      const seq = selectFirst.get(chat)?.["seq"];
      return typeof seq === "number" ? seq : undefined;
    },

    turn(chat: string, seq: number): Turn | null {
      const row = selectTurn.get(chat, seq);
      return row ? readTurn(findTurn(row)) : null;
    },

    usage: (chat: string) => decodeUsage(selectUsage.get(chat)),

    addUsage(chat: string, { input, output, cost }: ChatUsage): void {
      upsertUsage.run(chat, input, output, cost);
    },

    deleteUsage: (chat: string): void => void deleteUsage.run(chat),

    isPaused: (chat: string): boolean => selectPaused.get(chat) !== undefined,

    pause: (chat: string, paused: boolean): void =>
      void (paused ? insertPaused : deletePaused).run(chat),

    /** Gives what a state tells of the archive that had a record last. */
    archived(chat: string): { readonly archivedIn?: string } {
      const row = selectArchived.get(chat);
      return row ? { archivedIn: String(row["archive"]) } : {};
    },

    /** Notes the archive that has a record, if it has a name. */
    addArchived(chat: string, archive: string | undefined): void {
      if (archive) upsertArchived.run(chat, archive);
    },

    deleteArchived: (chat: string): void => void deleteArchived.run(chat),

    /** Gives the chats that come after this one, by their ids. */
    after: (chat: string, limit: number): readonly ListedChat[] =>
      selectPage.all(chat, limit).map(decodeListed),

    addTurn(chat: string, turn: { seq: number; atMs: number; payload: string }): void {
      insertTurn.run(chat, turn.seq, turn.atMs, turn.payload);
    },

    replaceTurn(chat: string, turn: { seq: number; payload: string }): void {
      updateTurn.run(turn.payload, chat, turn.seq);
    },

    /** Deletes turns 1..upTo. */
    trim: (chat: string, upTo: number): void => void deleteTurns.run(chat, upTo),

    seen: (chat: string, turnId: string) => numberOf(selectSeen.get(chat, turnId), "seq"),

    /** An id that is known already keeps its turn. */
    addSeen(chat: string, turn: { turnId: string; seq: number; atMs: number }): void {
      insertSeen.run(chat, turn.turnId, turn.seq, turn.atMs);
    },

    sweepSeen: (chat: string, beforeMs: number): void => void deleteSeen.run(chat, beforeMs),

    forgetEpoch: (chat: string, requestId: string) =>
      numberOf(selectForget.get(chat, requestId), "epoch"),

    addForget(chat: string, request: { requestId: string; epoch: number }): void {
      insertForget.run(chat, request.requestId, request.epoch);
    },
  };
}
