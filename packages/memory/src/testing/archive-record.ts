import type { ArchiveRecord } from "../archive.ts";

/** A record as an archive may hold it, with what a test wants to be different. */
export const archiveRecord = (changes: Partial<ArchiveRecord> = {}): ArchiveRecord => ({
  summary: "Anna lives in Lisbon.",
  version: 1,
  coversThrough: 10,
  epoch: 0,
  incarnation: "1764000000.123456",
  updatedAtMs: 1_764_000_000_000,
  ...changes,
});
