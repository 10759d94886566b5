import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import { refuseSave } from "../protocol/protocol.ts";

/** Keeps long-term memory in this process, for tests. */
export function inMemoryArchive(): SummaryArchive {
  const records = new Map<string, ArchiveRecord>();
  return {
    async load(user, { signal } = {}) {
      signal?.throwIfAborted();
      return records.get(user) ?? null;
    },
    async save(user, record, { expectVersion, signal }) {
      signal?.throwIfAborted();
      const refusal = refuseSave(records.get(user), record, expectVersion);
      if (refusal) return refusal;
      records.set(user, { ...record });
      return "saved";
    },
    async erase(user, { epoch, signal }) {
      signal?.throwIfAborted();
      const held = records.get(user);
      if (held && held.epoch <= epoch) records.delete(user);
    },
  };
}
