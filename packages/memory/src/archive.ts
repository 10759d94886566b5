import type { WaitOptions } from "./wait-options.ts";

/** The record of a chat: a summary as the archive keeps it. */
export interface ArchiveRecord {
  /** The summary itself. */
  readonly summary: string;
  /** Counts the applied summaries of this chat. */
  readonly version: number;
  /** The summary covers turns 1..coversThrough of the conversation. */
  readonly coversThrough: number;
  /** The forget epoch in which it was written. A record of a lower one than the store's must never be shown again. */
  readonly epoch: number;
  /**
   * The life of the store that wrote it, and which turn it covers last: it tells adopting a record from hydrating a store
   * that lost its state. Keep it as it is.
   */
  readonly incarnation: string;
  /** When it was written, in ms since 1970. */
  readonly updatedAtMs: number;
}

/** A record, and the chat that it is of. */
export interface ArchivedChat {
  readonly chat: string;
  readonly record: ArchiveRecord;
}

/**
 * Long-term memory. Calls may take seconds; no reply ever waits for them. A call whose signal aborts is not waited for
 * any more: it rejects, and gives up what it can. What would fail again is told by an error that says `retryable: false`.
 *
 * People may edit a text by hand: at the same version, epoch and reach it is taken over. Nothing but the text may be edited.
 * They may also delete a record: in an archive with an `id` that is a forget.
 */
export interface SummaryArchive {
  /**
   * Tells this archive from every other one: where its records are, for instance the address of a base and a table. A chat
   * whose record was seen under this id and is missing under the same id in every look of `policy.archiveSettleMs` counts as
   * forgotten by hand. Leave it out where records may be gone for another reason, as in a cache.
   */
  readonly id?: string;
  /**
   * Resolves with the record of a chat, or with null when there is none. MUST reject when it could not look: unknown is not
   * absent. `expect` is what the caller believes to be there: an archive that counts its calls may answer that without a
   * look, as long as it knows nothing else; null = no record. Without `expect` it looks.
   */
  load(
    chat: string,
    options?: WaitOptions & { readonly expect?: ArchiveRecord | null | undefined },
  ): Promise<ArchiveRecord | null>;
  /**
   * Resolves `saved` only when the archive HAS the record. `forgotten`: it holds a record of a higher epoch.
   * `conflict`: it holds a higher version of the same epoch than `expectVersion`, or it has lost the record that its last
   * `load` answered without a look. MUST be safe to repeat.
   */
  save(
    chat: string,
    record: ArchiveRecord,
    options: WaitOptions & { readonly expectVersion: number },
  ): Promise<"saved" | "conflict" | "forgotten">;
  /** Removes every record of the chat with `record.epoch <= epoch`, duplicates too. Twice is the same as once. */
  erase(chat: string, options: WaitOptions & { readonly epoch: number }): Promise<void>;
  /**
   * Gives all records, part by part, in no order, for whoever moves to another archive. A record that is there all the while
   * is given, perhaps twice; what cannot be read is left out. An archive that cannot list leaves the method out.
   */
  records?(options?: WaitOptions): AsyncIterable<readonly ArchivedChat[]>;
}
