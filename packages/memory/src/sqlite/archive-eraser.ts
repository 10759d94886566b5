import type { DatabaseSync } from "node:sqlite";

/** The table of the archive. A store in the same file erases from it, too. */
const archiveSchema = `
CREATE TABLE IF NOT EXISTS tgmem_archive (
  user TEXT PRIMARY KEY,
  summary TEXT NOT NULL,
  version INTEGER NOT NULL,
  covers_through INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  incarnation TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT`;

/**
 * Prepares to erase what the archive has of a chat, up to an epoch. The eraser says whether there was anything. The
 * caller holds the transaction.
 */
export function archiveEraser(db: DatabaseSync): (chat: string, epoch: number) => boolean {
  db.exec(archiveSchema);
  const remove = db.prepare("DELETE FROM tgmem_archive WHERE user = ? AND epoch <= ?");
  return (chat, epoch) => remove.run(chat, epoch).changes > 0;
}
