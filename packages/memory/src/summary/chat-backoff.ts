import { setNewest } from "../protocol/set-newest.ts";
import { backoffMs } from "./backoff.ts";

// So many chats that fail at the same time have one cause, and the oldest of them are asked for again soon enough.
const maxChats = 10_000;

/** A text that is no summary was paid for, and the next one may be as bad. */
const refusedMs = 3_600_000;
/** Who could not be reached, or turned us away, took no money, and may be back at any time. */
const awayMs = 300_000;

/** Remembers which chats' summaries failed in this process, and for how long they are left alone. */
export interface ChatBackoff {
  /** Says how many ms are left before the summary of this chat may be tried again; 0 = now. */
  leftMs(chat: string): number;
  /**
   * Notes a failure, and says how many ms to wait: `atLeastMs`, or longer. It is an hour at most when the text was no
   * summary, and five minutes when somebody was `away`.
   */
  failed(chat: string, options?: { readonly atLeastMs?: number; readonly away?: boolean }): number;
  /** Counts the texts of this chat, one after another, that were no summary. */
  refusals(chat: string): number;
  /** Drops what was noted of this chat. */
  ended(chat: string): void;
}

interface Noted {
  /** How often somebody was away. */
  readonly absences: number;
  readonly refusals: number;
  readonly untilMs: number;
}

export function chatBackoff({
  now,
  baseMs,
}: {
  readonly now: () => number;
  readonly baseMs: number;
}): ChatBackoff {
  const chats = new Map<string, Noted>();
  return {
    leftMs: (chat) => Math.max(0, (chats.get(chat)?.untilMs ?? 0) - now()),
    failed(chat, { atLeastMs = 0, away = false } = {}) {
      const before = chats.get(chat);
      const absences = (before?.absences ?? 0) + (away ? 1 : 0);
      const refusals = (before?.refusals ?? 0) + (away ? 0 : 1);
      // An outage says nothing of the next text, and a text nothing of the next outage.
      const backoff = away
        ? backoffMs(absences, { baseMs, maxMs: awayMs })
        : backoffMs(refusals, { baseMs, maxMs: refusedMs });
      const ms = Math.max(atLeastMs, backoff);
      setNewest(chats, chat, { absences, refusals, untilMs: now() + ms }, { most: maxChats });
      return ms;
    },
    refusals: (chat) => chats.get(chat)?.refusals ?? 0,
    ended: (chat) => void chats.delete(chat),
  };
}
