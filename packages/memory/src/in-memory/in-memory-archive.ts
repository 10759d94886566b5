import type { ArchiveRecord, SummaryArchive } from "../archive.ts";

/** Why an archive must not overwrite what it holds with a new record; null = it may. */
export function refuseSave(
  held: Pick<ArchiveRecord, "epoch" | "version"> | null | undefined,
  record: ArchiveRecord,
  expectVersion: number,
) {
  if (!held) return null;
  if (held.epoch > record.epoch) return "forgotten";
  return held.epoch === record.epoch && held.version > expectVersion ? "conflict" : null;
}

/** Long-term memory of this process, for tests. */
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
