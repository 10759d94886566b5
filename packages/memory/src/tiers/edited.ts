import type { ArchiveRecord } from "../archive.ts";
import type { MemoryState } from "../store.ts";
import { fingerprint, isSameLife, mayEndAt } from "./fingerprint.ts";

/**
 * Whether somebody has edited the record by hand: it is the one that the store's summary is in, but for its text. Another
 * reach, another life or another last turn belongs to a writer that raced, and covers other turns. A text that was emptied is no edit.
 */
export function isEditedByHand(record: ArchiveRecord, state: MemoryState): boolean {
  const { summary, base, watermark } = state;
  if (record.epoch !== state.epoch || record.version !== state.version) return false;
  if (summary === null || record.summary === summary || record.summary.trim() === "") return false;
  if (record.coversThrough !== base + watermark) return false;
  if (watermark > 0) return isSameLife(record, state) && mayEndAt(record, state, watermark);
  // A summary that was taken over from the archive is of the life before, or was written again for no turn of this one.
  return (
    !isSameLife(record, state) ||
    [state.incarnation, fingerprint(state, 0)].includes(record.incarnation)
  );
}
