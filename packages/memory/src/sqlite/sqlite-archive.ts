import type { DatabaseSync } from "node:sqlite";
import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import { MemoryError } from "../errors.ts";
import type { WaitOptions } from "../memory.ts";
import { decodeSummary, encodeSummary } from "../protocol/codec.ts";
import { refuseSave } from "../protocol/protocol.ts";
import { leaveNoTrace, wipeDeleted } from "./open-sqlite.ts";
import { transaction } from "./transaction.ts";

const schema = `
CREATE TABLE IF NOT EXISTS tgmem_archive (
  user TEXT PRIMARY KEY,
  summary TEXT NOT NULL,
  version INTEGER NOT NULL,
  covers_through INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  incarnation TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT`;

/** Reads a row; null when its text cannot be read, and then the next save replaces it. */
function decode(row: Readonly<Record<string, unknown>>): ArchiveRecord | null {
  const summary = decodeSummary(String(row["summary"]));
  if (summary === null) return null;
  return {
    summary,
    version: Number(row["version"]),
    coversThrough: Number(row["covers_through"]),
    epoch: Number(row["epoch"]),
    incarnation: String(row["incarnation"]),
    updatedAtMs: Number(row["updated_at_ms"]),
  };
}

function guarded<T>(work: () => T, { signal }: WaitOptions = {}): T {
  signal?.throwIfAborted();
  try {
    return work();
  } catch (cause) {
    throw new MemoryError(
      "archive_unavailable",
      "The SQLite archive could not be used: see cause.",
      {
        cause,
      },
    );
  }
}

/** Keeps long-term memory in a SQLite file, which may be that of the store. Takes an open database and leaves it open. */
export function sqliteArchive(db: DatabaseSync): SummaryArchive {
  leaveNoTrace(db);
  transaction(db, "IMMEDIATE", () => db.exec(schema));
  const select = db.prepare("SELECT * FROM tgmem_archive WHERE user = ?");
  const upsert = db.prepare("INSERT OR REPLACE INTO tgmem_archive VALUES (?, ?, ?, ?, ?, ?, ?)");
  const remove = db.prepare("DELETE FROM tgmem_archive WHERE user = ? AND epoch <= ?");

  const read = (chat: string) => {
    const row = select.get(chat);
    return row ? decode(row) : null;
  };
  return {
    load: async (chat, wait) => guarded(() => read(chat), wait),

    save: async (chat, record, { expectVersion, signal }) =>
      guarded(
        () =>
          transaction(db, "IMMEDIATE", () => {
            const refusal = refuseSave(read(chat), record, expectVersion);
            if (refusal) return refusal;
            const { summary, version, coversThrough, epoch, incarnation, updatedAtMs } = record;
            const text = encodeSummary(summary);
            upsert.run(chat, text, version, coversThrough, epoch, incarnation, updatedAtMs);
            return "saved";
          }),
        { signal },
      ),

    erase: async (chat, { epoch, signal }) =>
      guarded(
        () => {
          remove.run(chat, epoch);
          wipeDeleted(db);
        },
        { signal },
      ),
  };
}
