import { pause } from "@tgmem/service";
import { isListed, type TelegramPort, type Whitelist } from "@tgmem/telegram";
import type { AnsweringChats } from "./answering-chats.ts";

export interface TypingOptions {
  readonly telegram: Pick<TelegramPort, "typing">;
  readonly answeringChats: AnsweringChats;
  /** Holds the chats that see the sign; null = no limits. */
  readonly whitelist: Whitelist;
  readonly onError?: (error: unknown) => void;
  readonly now?: () => number;
}

export interface Typing {
  /** Looks once who is being answered, and shows it where it is due. Rejects if that cannot be known. */
  tick(): Promise<void>;
  /** Looks every second until the signal aborts. */
  run(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Notes that an answer is being sent there: Telegram ends the sign by itself, and it must not come again. */
  answered(chatId: string): void;
}

const lookEveryMs = 1_000;
/** Telegram shows the sign for about five seconds, so it is shown again before that. */
const refreshMs = 4_000;
/** The longest time without an answer in between; a sign that stays for ever is worse than none. */
const maxTypingMs = 120_000;
/** The most chats at once: these calls count into the limits of the account, too. */
const maxChats = 50;

/** Shows “typing…” in chats whose answer is being made, and never longer than that. */
export function createTyping({
  telegram,
  answeringChats,
  whitelist,
  onError = () => {},
  now = Date.now,
}: TypingOptions): Typing {
  const shown = new Map<string, { readonly sinceMs: number; readonly lastMs: number }>();
  /** The chats that were answered while it looked: what it sees is of the time before. */
  const answered = new Set<string>();

  async function tick(): Promise<void> {
    answered.clear();
    const seen = await answeringChats.list({ limit: maxChats });
    await answeringChats.deleteExpired();
    const time = now();
    const chats = new Set(
      seen
        .filter(({ chatId, untilMs }) => untilMs > time && !answered.has(chatId))
        .map(({ chatId }) => chatId),
    );
    for (const chatId of shown.keys()) if (!chats.has(chatId)) shown.delete(chatId);
    const due = [...chats].filter((chatId) => isDue(chatId, time));
    for (const chatId of due)
      shown.set(chatId, { sinceMs: shown.get(chatId)?.sinceMs ?? time, lastMs: time });
    await Promise.all(due.map((chatId) => telegram.typing(chatId)));
  }

  function isDue(chatId: string, time: number): boolean {
    if (!isListed(whitelist, chatId)) return false;
    const before = shown.get(chatId);
    if (!before) return true;
    return time - before.lastMs >= refreshMs && time - before.sinceMs < maxTypingMs;
  }

  return {
    tick,
    async run({ signal }) {
      while (!signal.aborted) {
        await tick().catch(onError);
        await pause(lookEveryMs, { signal });
      }
    },
    answered(chatId) {
      answered.add(chatId);
      shown.delete(chatId);
    },
  };
}
