/** How often messages may go to one chat. */
export interface ChatLimits {
  /** The time between two messages, in ms, after a few at once; 0 = no limit. */
  readonly intervalMs: number;
  /** How many may go at once after a rest. */
  readonly burst: number;
  /** How many may go within any 60 s; absent = any number. */
  readonly perMinute?: number;
}

/** Parts of one answer may follow each other at once, as short bursts pass at Telegram. */
const person = { burst: 3 } as const;
/** Telegram allows 20 messages a minute in a group: spacing with a burst alone would let 24 into some minutes. */
const group = { intervalMs: 3_000, burst: 5, perMinute: 20 } as const;

/**
 * Gives the limits by which `createPacer` spaces messages to a chat, for a pacer that several processes share. `chatIntervalMs` is
 * that of `PacerOptions`.
 */
export const chatLimits = (chatId: string, chatIntervalMs: number): ChatLimits =>
  chatId.startsWith("-") && chatIntervalMs > 0
    ? { ...group, intervalMs: Math.max(group.intervalMs, chatIntervalMs) }
    : { ...person, intervalMs: chatIntervalMs };
