import type { ArchiveRecord, SummaryArchive } from "../archive.ts";
import type { WindowStore } from "../store.ts";

/**
 * Erases a record again whose person was forgotten while it was being saved: a save may reach the archive after its
 * deadline, and after the erasure.
 */
export async function eraseForgotten(
  chat: string,
  record: ArchiveRecord,
  { store, archive }: { readonly store: WindowStore; readonly archive: SummaryArchive | null },
): Promise<void> {
  const { epoch } = await store.begin(chat, "");
  if (epoch > record.epoch) await archive?.erase(chat, { epoch: epoch - 1 });
}
