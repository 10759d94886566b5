import type { DatabaseSync } from "node:sqlite";
import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import { MemoryError } from "../errors.ts";
import type { WaitOptions } from "../wait-options.ts";
import { refuseSave } from "../protocol/protocol.ts";
import { decodeSummary, encodeSummary } from "../protocol/summary-codec.ts";
import { archiveEraser } from "./archive-eraser.ts";
import { groupCommit } from "./group-commit.ts";
import { leaveNoTrace } from "./open-sqlite.ts";
import { orFailure, sqliteFailure } from "./sqlite-error.ts";
import { transaction } from "./transaction.ts";
import { wipeOf } from "./wipe.ts";

/**
 * Reads a row; null when its text cannot be read, and then the next save replaces it. What a newer program wrote is not
 * replaced: it throws.
 */
function decode(row: Readonly<Record<string, unknown>>): ArchiveRecord | null {
  const { summary, newerSummary } = decodeSummary(String(row["summary"]));
  if (newerSummary) {
    throw new MemoryError(
      "archive_unavailable",
      "The summary was written by a newer version of @tgmem/memory: update this one.",
      { retryable: false },
    );
  }
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

async function guarded<T>(work: () => T | Promise<T>, { signal }: WaitOptions = {}): Promise<T> {
  signal?.throwIfAborted();
  try {
    return await work();
  } catch (cause) {
    throw sqliteFailure("archive_unavailable", cause);
  }
}

const chatsAtOnce = 500;

/**
 * Keeps long-term memory in a SQLite file, which may be that of the store. Takes an open database and leaves it open. Throws
 * `archive_unavailable` where the tables cannot be made.
 */
export function sqliteArchive(db: DatabaseSync): SummaryArchive {
  const { erase, disk } = orFailure("archive_unavailable", () => {
    leaveNoTrace(db);
    const eraser = transaction(db, "IMMEDIATE", () => archiveEraser(db));
    return { erase: eraser, disk: wipeOf(db) };
  });
  const write = groupCommit(db);
  const select = db.prepare("SELECT * FROM tgmem_archive WHERE user = ?");
  const selectAfter = db.prepare(
    `SELECT * FROM tgmem_archive WHERE user > ? ORDER BY user LIMIT ${chatsAtOnce}`,
  );
  const upsert = db.prepare("INSERT OR REPLACE INTO tgmem_archive VALUES (?, ?, ?, ?, ?, ?, ?)");

  const read = (chat: string) => {
    const row = select.get(chat);
    return row ? decode(row) : null;
  };
  return {
    load: (chat, wait) => guarded(() => read(chat), wait),

    save: (chat, record, { expectVersion, signal }) =>
      guarded(
        () =>
          write(() => {
            const refusal = refuseSave(read(chat), record, expectVersion);
            if (refusal) return refusal;
            const { summary, version, coversThrough, epoch, incarnation, updatedAtMs } = record;
            const text = encodeSummary(summary);
            upsert.run(chat, text, version, coversThrough, epoch, incarnation, updatedAtMs);
            return "saved";
          }),
        { signal },
      ),

    erase: (chat, { epoch, signal }) =>
      guarded(
        async () => {
          await write(() => {
            if (erase(chat, epoch)) disk.owe();
          });
          disk.wipe();
        },
        { signal },
      ),

    async *records(wait) {
      for (let last: string | undefined = ""; last !== undefined;) {
        const after: string = last;
        const rows = await guarded(() => selectAfter.all(after), wait);
        last = rows.length < chatsAtOnce ? undefined : String(rows.at(-1)?.["user"]);
        yield rows.flatMap((row) => {
          const record = decode(row);
          return record ? [{ chat: String(row["user"]), record }] : [];
        });
      }
    },
  };
}
