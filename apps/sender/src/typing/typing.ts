import { type Place, placeName } from "@tgmem/contracts";
import { type Access, mayTalk, pause } from "@tgmem/service";
import type { TelegramPort } from "@tgmem/telegram";
import type { AnsweringChats } from "./answering-chats.ts";

/** The chats that are let in see the sign. */
export interface TypingOptions extends Access {
  readonly telegram: Pick<TelegramPort, "typing">;
  readonly answeringChats: AnsweringChats;
  readonly onError?: (error: unknown) => void;
  readonly now?: () => number;
}

export interface Typing {
  /** Looks once who is being answered, and shows it where it is due. Rejects if that cannot be known. */
  tick(): Promise<void>;
  /** Looks every second until the signal aborts. */
  run(options: { readonly signal: AbortSignal }): Promise<void>;
  /** Notes that an answer is being sent there: Telegram ends the sign by itself, and it must not come again. */
  answered(place: Place): void;
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
  onError = () => {},
  now = Date.now,
  ...access
}: TypingOptions): Typing {
  const shown = new Map<string, { readonly sinceMs: number; readonly lastMs: number }>();
  /** The places that were answered while it looked: what it sees is of the time before. */
  const answered = new Set<string>();

  async function tick(): Promise<void> {
    answered.clear();
    const seen = await answeringChats.list({ limit: maxChats });
    await answeringChats.deleteExpired();
    const time = now();
    const places = new Map(
      seen
        .filter((place) => place.untilMs > time && !answered.has(placeName(place)))
        .map((place) => [placeName(place), place]),
    );
    for (const name of shown.keys()) if (!places.has(name)) shown.delete(name);
    const due = [...places].filter(([name]) => isDue(name, time));
    for (const [name] of due)
      shown.set(name, { sinceMs: shown.get(name)?.sinceMs ?? time, lastMs: time });
    await Promise.all(
      due.map(async ([, { chatId, topicId }]) => {
        if (await mayTalk(access, chatId)) await telegram.typing(chatId, { topicId });
      }),
    );
  }

  function isDue(name: string, time: number): boolean {
    const before = shown.get(name);
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
    answered(place) {
      const name = placeName(place);
      answered.add(name);
      shown.delete(name);
    },
  };
}
