import type { ChatUsage } from "./store.ts";

/**
 * Everything that a store keeps of a chat, as it is stored, for whoever moves it to another store: `dumpChats` gives it, and
 * `loadChats` puts it into a store that knows nothing of the chat. It holds what people wrote.
 */
export interface StoredChat {
  /** The chat's id. */
  readonly chat: string;
  /** The forget epoch; 0 = nobody has ever asked to be forgotten. */
  readonly epoch: number;
  /** The counters of the chat; all are 0, and the incarnation empty, where nothing is remembered. */
  readonly counters: {
    readonly seq: number;
    readonly watermark: number;
    readonly version: number;
    readonly incarnation: string;
    readonly base: number;
    readonly dropped: number;
  };
  /** The summary in the form in which stores keep it; null = none. */
  readonly summary: string | null;
  /** The turns that are kept, oldest first, with their content in the form in which stores keep it. */
  readonly turns: readonly {
    readonly seq: number;
    readonly atMs: number;
    readonly payload: string;
  }[];
  /** The ids of turns, parts and edits that are known, the turn of each, and since when, in ms since 1970. */
  readonly ids: readonly { readonly id: string; readonly seq: number; readonly atMs: number }[];
  /** The requests to forget that are known, and the epoch that each began. */
  readonly forgets: readonly { readonly requestId: string; readonly epoch: number }[];
  readonly usage: ChatUsage;
  /** Whether the chat is off the record. */
  readonly isPaused: boolean;
  /** The id of the archive that had a record last. */
  readonly archivedIn?: string;
}
