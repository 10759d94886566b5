import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import { refuseSave } from "../protocol/protocol.ts";

/** Keeps long-term memory in this process, for tests. */
export function inMemoryArchive(): SummaryArchive {
  const records = new Map<string, ArchiveRecord>();
  return {
    async load(chat, { signal } = {}) {
      signal?.throwIfAborted();
      return records.get(chat) ?? null;
    },
    async save(chat, record, { expectVersion, signal }) {
      signal?.throwIfAborted();
      const refusal = refuseSave(records.get(chat), record, expectVersion);
      if (refusal) return refusal;
      records.set(chat, { ...record });
      return "saved";
    },
    async erase(chat, { epoch, signal }) {
      signal?.throwIfAborted();
      const held = records.get(chat);
      if (held && held.epoch <= epoch) records.delete(chat);
    },
    async *records({ signal } = {}) {
      signal?.throwIfAborted();
      yield [...records].map(([chat, record]) => ({ chat, record }));
    },
  };
}
