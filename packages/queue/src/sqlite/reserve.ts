import { statfsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { QueueError } from "../errors.ts";
import type { LaneStore } from "../on-store/lane-store.ts";

/** What settles needs room for its journal: a disk that is filled with jobs to its last byte would never be emptied. */
export const reservedBytes = 16 * 1_024 * 1_024;

/**
 * Tells how much room there is for jobs: on the disk, and where that has little, in the file itself, which keeps what ended
 * jobs had. Any where there is no file.
 */
export function freeBytesOf(db: DatabaseSync, onDisk = diskBytes): () => number {
  const path = db.location();
  if (path === null) return () => Infinity;
  const selectInFile = db.prepare(`
    SELECT (SELECT coalesce(sum(size), 0) FROM tgmem_queue_slot WHERE free = 1)
      + freelist_count * page_size AS bytes FROM pragma_freelist_count, pragma_page_size`);
  return () => {
    const bytes = onDisk(path);
    if (bytes >= reservedBytes) return bytes;
    return bytes + Number(selectInFile.get()?.["bytes"]);
  };
}

function diskBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** Refuses pushes, and dead letters that are pushed again, while only the reserve is left. */
export function withReserve(store: LaneStore, name: string, freeBytes: () => number): LaneStore {
  function mustHaveRoom(): void {
    if (freeBytes() >= reservedBytes) return;
    throw new QueueError(
      "queue_full",
      `Queue ${name} leaves the last ${reservedBytes / 1_048_576} MB of its disk to what settles its jobs: make room.`,
    );
  }
  return {
    ...store,
    async push(entries) {
      mustHaveRoom();
      return store.push(entries);
    },
    async replay(numbers) {
      mustHaveRoom();
      return store.replay(numbers);
    },
  };
}
