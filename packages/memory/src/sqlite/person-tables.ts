import type { DatabaseSync } from "node:sqlite";
import type { Turn } from "../memory.ts";
import { decodeSummary, decodeTurn, encodeSummary } from "../protocol/codec.ts";
import { type Counters, noCounters } from "../protocol/protocol.ts";
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
) STRICT;`;

export interface Person {
  readonly epoch: number;
  readonly counters: Counters;
  readonly summary: string | null;
}

type Row = Readonly<Record<string, unknown>>;

function decodePerson(row: Row | undefined): Person {
  if (!row) return { epoch: 0, counters: noCounters, summary: null };
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
    summary: typeof summary === "string" ? decodeSummary(summary) : null,
  };
}

function decodeRow(row: Row): Turn | null {
  const turn = decodeTurn(String(row["payload"]));
  return turn && { seq: Number(row["seq"]), atMs: Number(row["at_ms"]), ...turn };
}

const numberOf = (row: Row | undefined, column: string) => (row ? Number(row[column]) : null);

/** Prepares the statements of the store. The caller holds the transaction. */
export function personTables(db: DatabaseSync) {
  transaction(db, "IMMEDIATE", () => db.exec(schema));
  const selectPerson = db.prepare("SELECT * FROM tgmem_person WHERE user = ?");
  const upsertPerson = db.prepare(
    "INSERT OR REPLACE INTO tgmem_person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const selectTurns = db.prepare("SELECT * FROM tgmem_turn WHERE user = ? ORDER BY seq");
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
  const insertForget = db.prepare("INSERT INTO tgmem_forget VALUES (?, ?, ?)");

  return {
    person: (chat: string): Person => decodePerson(selectPerson.get(chat)),

    savePerson(chat: string, { epoch, counters, summary }: Person): void {
      const { seq, watermark, version, incarnation, base, dropped } = counters;
      const text = summary === null ? null : encodeSummary(summary);
      upsertPerson.run(chat, epoch, seq, watermark, version, incarnation, base, dropped, text);
    },

    turns(chat: string): { readonly turns: readonly Turn[]; readonly unreadable: number } {
      const rows = selectTurns.all(chat);
      const turns = rows.map(decodeRow).filter((turn) => turn !== null);
      return { turns, unreadable: rows.length - turns.length };
    },

    turn(chat: string, seq: number): Turn | null {
      const row = selectTurn.get(chat, seq);
      return row ? decodeRow(row) : null;
    },

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
