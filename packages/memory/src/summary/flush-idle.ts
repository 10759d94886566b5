import type { FlushOptions, FlushResult, SummarizeResult, WaitOptions } from "../memory.ts";
import type { WindowStore } from "../store.ts";

const chatsAtOnce = 100;

const none: FlushResult = {
  applied: 0,
  nothing: 0,
  conflict: 0,
  rejected: 0,
  forgotten: 0,
  deferred: 0,
  failed: 0,
};

/** Summarizes, one after another, the chats with pending turns in which nothing was said for `idleMs`. */
export async function flushIdle(
  { idleMs, signal }: FlushOptions,
  {
    store,
    summarize,
    now,
  }: {
    readonly store: Pick<WindowStore, "list">;
    readonly summarize: (chat: string, options: WaitOptions) => Promise<SummarizeResult>;
    readonly now: () => number;
  },
): Promise<FlushResult> {
  const silentSinceMs = now() - idleMs;
  const flushed = { ...none };
  let cursor: string | undefined;
  do {
    const page = await store.list({ limit: chatsAtOnce, cursor, signal });
    for (const { chat, pending, lastAtMs } of page.chats) {
      if (pending === 0 || lastAtMs === null || lastAtMs > silentSinceMs) continue;
      signal?.throwIfAborted();
      flushed[(await summarize(chat, { signal })).status]++;
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return flushed;
}
