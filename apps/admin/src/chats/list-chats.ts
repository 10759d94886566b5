import type { ListedChat, MemoryState, WindowStore } from "@tgmem/memory";

/** What is known of a chat without a word of it. */
export interface ChatRow {
  readonly chat: string;
  /** How many turns there ever were, since it was last forgotten. */
  readonly turns: number;
  /** How many of them are kept word for word. */
  readonly kept: number;
  /** How many wait for a summary. */
  readonly pending: number;
  /** When the last turn was committed, in ms since 1970; null when there is none. */
  readonly lastAtMs: number | null;
  readonly hasSummary: boolean;
  /** The person has asked that nothing be kept. */
  readonly isOffRecord: boolean;
  readonly usage: MemoryState["usage"];
}

export interface ChatList {
  /** The chats of this page, the one with the newest turn first. */
  readonly chats: readonly ChatRow[];
  /** How many chats were found. */
  readonly total: number;
  /** False = there are more than were looked at, and they may be newer. */
  readonly isComplete: boolean;
}

export interface ListChatsOptions {
  /** @default 20 */
  readonly limit?: number;
  /** How many of the newest chats are left out. @default 0 */
  readonly offset?: number;
  readonly signal?: AbortSignal;
}

/** Nobody keeps an order of the chats, so all are looked at, up to this many, in about so many parts. */
const mostChats = 20_000;
const mostParts = 100;

/** Lists chats by their last turn. It walks through the keys of Redis, for some seconds at most. */
export async function listChats(
  { store }: { readonly store: Pick<WindowStore, "list" | "begin"> },
  { limit = 20, offset = 0, signal }: ListChatsOptions = {},
): Promise<ChatList> {
  const wait = signal ? { signal } : {};
  const found = new Map<string, ListedChat>();
  let cursor: string | null | undefined;
  for (let part = 0; part < mostParts && found.size < mostChats && cursor !== null; part++) {
    const page = await store.list({ limit: 1_000, cursor, ...wait });
    for (const one of page.chats) found.set(one.chat, one);
    cursor = page.cursor;
  }
  const newest = [...found.values()]
    .toSorted((a, b) => (b.lastAtMs ?? 0) - (a.lastAtMs ?? 0) || a.chat.localeCompare(b.chat))
    .slice(offset, offset + limit);
  const chats = await Promise.all(
    newest.map(async (one) => chatRow(one.chat, await store.begin(one.chat, "", wait))),
  );
  return { chats, total: found.size, isComplete: cursor === null };
}

/** Leaves the words out of what a store knows of a chat. */
export function chatRow(chat: string, state: MemoryState): ChatRow {
  const kept = state.turns.filter(({ undone }) => !undone);
  return {
    chat,
    turns: state.base + state.seq,
    kept: kept.length,
    pending: state.seq - state.watermark,
    lastAtMs: state.turns.at(-1)?.atMs ?? null,
    hasSummary: state.summary !== null,
    isOffRecord: state.paused,
    usage: state.usage,
  };
}
