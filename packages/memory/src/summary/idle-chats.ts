import type { FlushOptions } from "../summarizing.ts";
import type { ListedChat, WindowStore } from "../store.ts";

const chatsAtOnce = 100;

/** Gives, part by part, the chats with pending turns in which nothing was said for `idleMs`. */
export async function* idleChats(
  { idleMs, signal }: FlushOptions,
  { store, now }: { readonly store: Pick<WindowStore, "list">; readonly now: () => number },
): AsyncGenerator<readonly ListedChat[], void> {
  const silentSinceMs = now() - idleMs;
  let cursor: string | undefined;
  do {
    const page = await store.list({ limit: chatsAtOnce, cursor, signal });
    const idle = page.chats.filter(
      ({ pending, lastAtMs }) => pending > 0 && lastAtMs !== null && lastAtMs <= silentSinceMs,
    );
    if (idle.length > 0) yield idle;
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
}
