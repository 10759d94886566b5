import type { Speaker } from "./turn.ts";
import type { WaitOptions } from "./wait-options.ts";
import type { ChatUsage } from "./store.ts";

/** What an undo did. */
export interface UndoResult {
  /** `undone`: the last turn is erased. `nothing`: there was none. */
  readonly status: "undone" | "nothing";
  /** Whether a summary covers the turn, so that it may still know of it: then it is for the person to correct that one. */
  readonly summarized: boolean;
}

/**
 * How a correction ended.
 *
 * - `corrected`: the text is the summary now, in both tiers
 * - `too_long`: it has more words than a summary may have
 * - `conflict`: somebody else changed the memory meanwhile; try again
 * - `forgotten`: the person asked to be forgotten meanwhile; nothing was kept
 */
export type CorrectResult =
  | { readonly status: "corrected"; readonly version: number }
  | { readonly status: "too_long"; readonly words: number; readonly maxWords: number }
  | { readonly status: "conflict" | "forgotten" };

/** A turn as an export holds it. */
export interface ExportedTurn {
  /** When it was said, in ms since 1970. */
  readonly saidAtMs: number;
  readonly user: string;
  readonly assistant: string;
  readonly speaker?: Speaker;
  /** The answer was cut off while it was streamed. */
  readonly cut?: true;
  /** Whether the summary covers it. */
  readonly covered: boolean;
}

/** All that is remembered of a chat, as data that JSON can hold. */
export interface MemoryExport {
  /** The version of this form. */
  readonly v: 1;
  readonly chat: string;
  readonly exportedAtMs: number;
  readonly summary: string | null;
  /** The turns that are kept word for word, in the order in which they were begun. */
  readonly turns: readonly ExportedTurn[];
  /** The older ones that only the recall index keeps, the oldest one first. Absent without an index. */
  readonly earlier?: readonly ExportedTurn[];
  readonly usage: ChatUsage;
}

/**
 * How an import ended.
 *
 * - `imported`: the chat remembers what the export held
 * - `not_empty`: the chat remembers something already; forget that first
 * - `off_record`: the chat is paused, so nothing was kept
 * - `conflict`: somebody else changed the memory meanwhile; import again, which goes on where this one stopped
 * - `forgotten`: the person asked to be forgotten meanwhile
 */
export interface ImportResult {
  readonly status: "imported" | "not_empty" | "off_record" | "conflict" | "forgotten";
}

/** What a person may do with what is remembered of a chat, besides seeing it and having it forgotten. */
export interface ChatControls {
  /**
   * Takes the last turn back: its texts are erased, and it is in no prompt and no further summary. With a `requestId` the
   * same request undoes one turn, however often it comes. A summary that is being made meanwhile may still hold it.
   */
  undo(options?: WaitOptions & { readonly requestId?: string }): Promise<UndoResult>;
  /**
   * Replaces the summary by a text of the person, and the next summary builds on it. Rejects with `invalid_argument` when it
   * is empty, and with `archive_unavailable` when the archive is late.
   */
  correct(text: string, options?: WaitOptions): Promise<CorrectResult>;
  /**
   * Resolves with all that is remembered; without the `earlier` turns, of which there may be thousands, if those are not
   * wanted. Rejects with `archive_unavailable` when the archive is needed and late.
   */
  export(options?: WaitOptions & { readonly earlier?: boolean }): Promise<MemoryExport>;
  /**
   * Takes over an export, of this chat or of another one, into a chat of which nothing is remembered. Rejects with
   * `invalid_argument` when it is none, or of a newer version.
   */
  import(data: unknown, options?: WaitOptions): Promise<ImportResult>;
  /** Takes the chat off the record: turns are answered with what is remembered, and not kept. It stays so until `resume`. */
  pause(options?: WaitOptions): Promise<void>;
  /** Takes the chat back on the record. */
  resume(options?: WaitOptions): Promise<void>;
  /** Resolves with what the answers of this chat took so far, as far as commits told it. */
  usage(options?: WaitOptions): Promise<ChatUsage>;
}

/** Which part of the list of chats to give. */
export interface ListOptions extends WaitOptions {
  /** What the part before gave. Without one the list begins. */
  readonly cursor?: string | undefined;
  /** How many chats the part is to have, more or less. @default 100 */
  readonly limit?: number | undefined;
}
