import type { DatabaseSync } from "node:sqlite";

const shortestSlot = 256;
const longestPower = 65_536;

/** A slot is a power of two, or where that would waste much a multiple of a large one. */
function slotSize(length: number): number {
  if (length > longestPower) return Math.ceil(length / longestPower) * longestPower;
  let size = shortestSlot;
  while (size < length) size *= 2;
  return size;
}

const space = 0x20;

/** The bodies of jobs and of dead letters. */
export interface Slots {
  /** Keeps a body, and gives its slot. */
  write(json: string): number;
  /** Overwrites a body with zeros. */
  erase(slot: number): void;
}

/**
 * Keeps bodies in rows that are never deleted and never change their length: a body is overwritten in its place, so that not
 * one byte of it is left in the file. Of a row that is deleted, or grows, copies may stay: SQLite moves neighbours from
 * page to page, and overwrites the place they are deleted at, but not those where they were before.
 */
export function slotsOf(db: DatabaseSync): Slots {
  const selectFree = db.prepare(
    "SELECT slot FROM tgmem_queue_slot WHERE free = 1 AND size = ? LIMIT 1",
  );
  const fill = db.prepare("UPDATE tgmem_queue_slot SET json = ?, free = 0 WHERE slot = ?");
  const insert = db.prepare("INSERT INTO tgmem_queue_slot (size, free, json) VALUES (?, 0, ?)");
  const empty = db.prepare(
    "UPDATE tgmem_queue_slot SET json = zeroblob(size), free = 1 WHERE slot = ?",
  );
  return {
    write(json) {
      const size = slotSize(Buffer.byteLength(json));
      const bytes = Buffer.alloc(size, space);
      bytes.write(json);
      const row = selectFree.get(size);
      if (!row) return Number(insert.run(size, bytes).lastInsertRowid);
      const slot = Number(row["slot"]);
      fill.run(bytes, slot);
      return slot;
    },
    erase: (slot) => void empty.run(slot),
  };
}

/** JSON ends with no space of its own. */
export function readSlot(bytes: unknown): string {
  if (!(bytes instanceof Uint8Array)) throw new Error("A body is no text.");
  let end = bytes.length;
  while (bytes[end - 1] === space) end--;
  return Buffer.from(bytes.buffer, bytes.byteOffset, end).toString();
}
