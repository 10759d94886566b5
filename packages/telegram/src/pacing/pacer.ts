export interface Pacer {
  /** How many ms a message to this chat would have to wait; 0 = it may go now, and is counted. */
  ask(chatId: string): number;
  pauseChat(chatId: string, ms: number): void;
  pauseAll(ms: number): void;
}

export interface PacerOptions {
  /** To all chats together. */
  readonly perSecond: number;
  /** Between two messages to one chat, after a few at once; 0 = no limit, in groups neither. */
  readonly chatIntervalMs: number;
  readonly now?: () => number;
}

/** Parts of one answer may follow each other at once, as short bursts pass at Telegram. */
const chatBurst = 3;
/** Telegram bears 20 messages a minute in a group. */
const group = { intervalMs: 3_000, burst: 5 } as const;
const pruneEvery = 1_000;

/** Even spacing with bursts (GCRA): it needs one number a chat, and can say how long a wait would be. */
export function createPacer({ perSecond, chatIntervalMs, now = Date.now }: PacerOptions): Pacer {
  const spacingMs = 1_000 / perSecond;
  /** When each chat would be free, were its messages spaced evenly. */
  const freeAt = new Map<string, number>();
  const pausedUntil = new Map<string, number>();
  let allFreeAt = 0;
  let allPausedUntil = 0;
  let asked = 0;

  function spacing(chatId: string): { readonly intervalMs: number; readonly burst: number } {
    if (chatId.startsWith("-") && chatIntervalMs > 0)
      return { ...group, intervalMs: Math.max(group.intervalMs, chatIntervalMs) };
    return { intervalMs: chatIntervalMs, burst: chatBurst };
  }

  function prune(time: number): void {
    for (const map of [freeAt, pausedUntil])
      for (const [chatId, until] of map) if (until <= time) map.delete(chatId);
  }

  return {
    ask(chatId) {
      const time = now();
      if (++asked % pruneEvery === 0) prune(time);
      const { intervalMs, burst } = spacing(chatId);
      const chatFreeAt = Math.max(freeAt.get(chatId) ?? 0, time);
      const mayGoAt = Math.max(
        chatFreeAt - (burst - 1) * intervalMs,
        pausedUntil.get(chatId) ?? 0,
        allFreeAt,
        allPausedUntil,
      );
      if (mayGoAt > time) return Math.ceil(mayGoAt - time);
      freeAt.set(chatId, chatFreeAt + intervalMs);
      allFreeAt = Math.max(allFreeAt, time) + spacingMs;
      return 0;
    },
    pauseChat(chatId, ms) {
      pausedUntil.set(chatId, Math.max(pausedUntil.get(chatId) ?? 0, now() + ms));
    },
    pauseAll(ms) {
      allPausedUntil = Math.max(allPausedUntil, now() + ms);
    },
  };
}
