import type { SummaryArchive } from "../archive.ts";
import type { Emit } from "../events.ts";
import type { WindowStore } from "../store.ts";
import { atMost } from "./at-most.ts";
import { heal, isCold } from "./heal.ts";

// After a restart of the store everybody is cold, and archives count calls.
const loadsAtOnce = 16;

export interface ColdStartOptions {
  readonly store: WindowStore;
  readonly archive: SummaryArchive;
  readonly now: () => number;
  readonly emit: Emit;
  /** How long the archive is not asked again about a chat that it does not know. */
  readonly absenceMs: number;
  /** How long the archive is not asked again about a chat after it failed. */
  readonly failureMs: number;
  /** How many answers are remembered at most, the oldest of which goes first, and how many chats wait to be loaded. */
  readonly maxChats: number;
}

/** Loads in the background what the archive has of chats of which the store knows no summary. */
export interface ColdStart {
  /** Whether the archive has answered, not long ago, that it has nothing of this chat. Asks nobody. */
  isAbsent(chat: string): boolean;
  /** Begins to load the chat's summary into the store, unless that runs already or was tried a short time ago. */
  startLoading(chat: string): void;
  /** Drops what the archive has answered: it has a record of the chat now, or has lost it. */
  changed(chat: string): void;
  /** Resolves when nothing is being loaded any more. */
  settled(): Promise<void>;
}

export function coldStart(options: ColdStartOptions): ColdStart {
  const { store, archive, now, emit, absenceMs, failureMs, maxChats } = options;
  const running = new Map<string, Promise<void>>();
  const inTurn = atMost(loadsAtOnce);
  const answers = new Map<string, { readonly absent: boolean; readonly untilMs: number }>();

  function note(chat: string, absent: boolean): void {
    answers.delete(chat);
    answers.set(chat, { absent, untilMs: now() + (absent ? absenceMs : failureMs) });
    if (answers.size > maxChats)
      for (const oldest of answers.keys()) return void answers.delete(oldest);
  }
  function answerOf(chat: string) {
    const answer = answers.get(chat);
    return answer && answer.untilMs > now() ? answer : null;
  }

  async function load(chat: string): Promise<void> {
    try {
      const record = await archive.load(chat);
      const state = await store.begin(chat, "");
      if (record && record.epoch >= state.epoch)
        await heal(store, chat, { record, archivedIn: archive.id, state, emit });
      else if (isCold(state)) note(chat, true);
    } catch {
      // The archive's event has told it, and a store that fails fails the next message too.
      note(chat, false);
    }
  }

  return {
    isAbsent: (chat) => answerOf(chat)?.absent === true,
    startLoading(chat) {
      // Whoever finds no room is tried again with the chat's next message.
      if (running.has(chat) || answerOf(chat) || running.size >= maxChats) return;
      running.set(
        chat,
        inTurn(() => load(chat)).finally(() => running.delete(chat)),
      );
    },
    changed: (chat) => void answers.delete(chat),
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
