import type { SummaryArchive } from "../archive.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { MemoryState } from "../store.ts";
import { pause } from "../tiers/deadline.ts";

/**
 * Whether somebody has deleted the record of a chat that the archive has just missed: it was seen in this very archive, and
 * is missing in a second look, too. An archive may take a moment to show what it was given. Another archive, such as a new
 * table, has never had it.
 */
export async function isDeletedByHand(
  chat: string,
  { archivedIn }: MemoryState,
  {
    archive,
    settleMs,
    signal,
  }: WaitOptions & { readonly archive: SummaryArchive; readonly settleMs: number },
): Promise<boolean> {
  if (archive.id === undefined || archivedIn !== archive.id) return false;
  await pause(settleMs, { signal });
  return (await archive.load(chat, { signal })) === null;
}
