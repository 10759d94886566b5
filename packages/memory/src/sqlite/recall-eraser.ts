import type { DatabaseSync } from "node:sqlite";
import { postingTables, type PostingTables } from "./posting-tables.ts";

/** Drops what is of a lower epoch, keeps this one, and says whether there ever was anything: also what was erased long ago leaves copies in the file. */
export function eraseBelow(tables: PostingTables, chat: string, epoch: number): boolean {
  const index = tables.index(chat);
  if (index && index.epoch >= epoch) return false;
  const { id } = index ?? tables.addIndex(chat, epoch);
  tables.saveIndex({
    id,
    epoch,
    analyzer: "",
    first: 1,
    last: 0,
    built: 0,
    units: 0,
    turns: 0,
    lastAtMs: 0,
    swept: "",
  });
  tables.erase(id);
  return index !== null && index.last > 0;
}

/**
 * Prepares to erase what a recall index in the same file has of a chat from before an epoch. The eraser says whether there was
 * anything. The caller holds the transaction.
 */
export function recallEraser(db: DatabaseSync): (chat: string, epoch: number) => boolean {
  const tables = postingTables(db);
  return (chat, epoch) => tables.index(chat) !== null && eraseBelow(tables, chat, epoch);
}
