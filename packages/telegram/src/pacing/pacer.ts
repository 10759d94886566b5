import { chatLimits } from "./chat-limits.ts";

/** Decides when messages may go, so that Telegram does not have to refuse them. It knows this process alone. */
export interface Pacer {
  /**
   * Asks to send one message to this chat. Returns 0 when it may go now, and counts it as sent; otherwise the ms after
   * which to ask again, and counts nothing.
   *
   * With `spare` it asks for what is left over, for a message that may as well not go: only while the chat and the account have
   * room for all that was sent, nobody else waits for the account, and the group's minute is not half used. So it delays a
   * message by one interval of its chat, or of the account, at most. In a group this holds for the first ten of a minute; a
   * later one may have to wait until what was left over leaves the minute.
   */
  acquire(chatId: string, options?: { readonly spare?: boolean }): number;
  /** Lets no message go to this chat for `ms`, as Telegram asks for by `slow_mode`. */
  pauseChat(chatId: string, ms: number): void;
  /** Lets no message go to any chat for `ms`, as Telegram asks for by `flood_wait`. */
  pauseAll(ms: number): void;
}

/** The limits of a pacer. */
export interface PacerOptions {
  /** How many messages may go in a second to all chats together. */
  readonly perSecond: number;
  /**
   * The time between two messages to one chat, in ms, after 3 at once. A group has at least 3_000, after 5 at once, and 20
   * in a minute at most. 0 = no limit for any chat, not even for groups.
   */
  readonly chatIntervalMs: number;
  /** A clock in ms, from any start, that never goes back. @default the monotonic clock of the process */
  readonly now?: () => number;
}

const minuteMs = 60_000;
/** What may as well not go leaves this much of a group's minute. */
const keptOfMinute = 10;
/** Who was told to wait asks again this long after its time at the latest, as timers go. */
const latenessMs = 50;
const pruneEvery = 1_000;

/**
 * Makes a pacer: even spacing with bursts (GCRA), which can say how long a wait would be, and a count of the last minute of
 * each group.
 */
export function createPacer({
  perSecond,
  chatIntervalMs,
  // The clock on the wall may be set back, and a wait must not grow by that.
  now = () => performance.now(),
}: PacerOptions): Pacer {
  const spacingMs = 1_000 / perSecond;
  /** When each chat would be free, were its messages spaced evenly. */
  const freeAt = new Map<string, number>();
  /** When each of the last messages to a group leaves the rolling minute, the oldest first. */
  const minutes = new Map<string, number[]>();
  const pausedUntil = new Map<string, number>();
  let allFreeAt = 0;
  /** The time until which a message that had to wait for the account is expected again. */
  let awaitedUntil = 0;
  let allPausedUntil = 0;
  let calls = 0;

  /** Counts in a message to a group. */
  function enterMinute(chatId: string, perMinute: number, time: number): void {
    const minute = (minutes.get(chatId) ?? []).slice(1 - perMinute);
    minutes.set(chatId, [...minute, time + minuteMs]);
  }

  /** When a group has room for one more, of so many in a minute. */
  const roomAt = (chatId: string, perMinute: number) => minutes.get(chatId)?.at(-perMinute) ?? 0;

  function prune(time: number): void {
    for (const map of [freeAt, pausedUntil])
      for (const [chatId, until] of map) if (until <= time) map.delete(chatId);
    for (const [chatId, minute] of minutes)
      if (minute.every((until) => until <= time)) minutes.delete(chatId);
  }

  return {
    acquire(chatId, { spare = false } = {}) {
      const time = now();
      if (++calls % pruneEvery === 0) prune(time);
      const { intervalMs, burst, perMinute } = chatLimits(chatId, chatIntervalMs);
      const chatFreeAt = Math.max(freeAt.get(chatId) ?? 0, time);
      const mayGoAt = Math.max(
        chatFreeAt - (spare ? 0 : burst - 1) * intervalMs,
        perMinute ? roomAt(chatId, perMinute - (spare ? keptOfMinute : 0)) : 0,
        pausedUntil.get(chatId) ?? 0,
        allFreeAt,
        allPausedUntil,
        spare ? awaitedUntil : 0,
      );
      if (mayGoAt > time) {
        if (!spare && mayGoAt === allFreeAt) awaitedUntil = mayGoAt + latenessMs;
        return Math.ceil(mayGoAt - time);
      }
      freeAt.set(chatId, chatFreeAt + intervalMs);
      if (perMinute) enterMinute(chatId, perMinute, time);
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
