import { setNewest } from "../protocol/set-newest.ts";

/** More chats than this at once were deleted by no hand; the oldest one is looked at anew. */
const maxChats = 10_000;

/** Watches records that are missing from the archive that had them. */
export interface MissingRecords {
  /** Notes a look that missed the chat's record, and says whether all looks of a long enough time have. */
  missed(chat: string): boolean;
  /** Notes that the record is there. */
  found(chat: string): void;
}

/**
 * Tells a record that somebody has deleted from one that an archive does not show for a while: after an outage an archive
 * may know nothing of anybody, and what was forgotten for that does not come back. A process that starts anew looks anew.
 */
export function missingRecords({
  now,
  settleMs,
}: {
  readonly now: () => number;
  /** How long every look has to miss a record, in ms. */
  readonly settleMs: number;
}): MissingRecords {
  const since = new Map<string, number>();
  return {
    missed(chat) {
      const firstMs = since.get(chat) ?? now();
      if (now() - firstMs >= settleMs) return true;
      setNewest(since, chat, firstMs, { most: maxChats });
      return false;
    },
    found: (chat) => void since.delete(chat),
  };
}
