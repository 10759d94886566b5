import { setNewest } from "../protocol/set-newest.ts";
import type { SummaryArchive } from "../archive.ts";
import type { Emit } from "../events.ts";
import type { WindowStore } from "../store.ts";
import { atMost } from "./at-most.ts";
import { heal, isCold } from "./heal.ts";

/**
 * A chat that had no turn when the archive was asked has no incarnation to be known by. So it is only taken for the one that
 * begins within this time: another process may have archived it, and the store have lost it.
 */
const bornWithinMs = 86_400_000;
// After a restart of the store everybody is cold, and archives count calls.
const loadsAtOnce = 16;

export interface ColdStartOptions {
  readonly store: WindowStore;
  readonly archive: SummaryArchive;
  readonly now: () => number;
  readonly emit: Emit;
  /** How long the archive is not asked again about a chat after it failed. */
  readonly failureMs: number;
  /** How many answers are remembered at most, the oldest of which goes first, and how many chats wait to be loaded. */
  readonly maxChats: number;
}

/** Loads in the background what the archive has of chats of which the store knows no summary. */
export interface ColdStart {
  /**
   * Whether the archive has answered that it has nothing of this chat. That holds until the chat's first summary, because
   * archives count calls and nobody but this memory writes records, or until the store loses the chat: then it is of
   * another incarnation. Asks nobody.
   */
  readonly isAbsent: (chat: string, incarnation: string) => boolean;
  /** Begins to load the chat's summary into the store, unless that runs already, was tried a short time ago or is known to be vain. */
  startLoading(chat: string, incarnation: string): void;
  /** Drops what the archive has answered: it has a record of the chat now, or has lost it. */
  changed(chat: string): void;
  /** Resolves when nothing is being loaded any more. */
  settled(): Promise<void>;
}

interface Answer {
  /** The incarnation of the store of which the archive knew nothing, empty before the first turn; absent = it failed. */
  readonly absentIn?: string;
  /** The archive is not asked again until then, in ms since 1970. */
  readonly untilMs: number;
}

export function coldStart(options: ColdStartOptions): ColdStart {
  const { store, archive, now, emit, failureMs, maxChats } = options;
  const running = new Map<string, Promise<void>>();
  const inTurn = atMost(loadsAtOnce);
  const answers = new Map<string, Answer>();

  const note = (chat: string, answer: Answer) =>
    setNewest(answers, chat, answer, { most: maxChats });
  function noteAbsent(chat: string, incarnation: string): void {
    const untilMs = incarnation === "" ? now() + bornWithinMs : Infinity;
    note(chat, { absentIn: incarnation, untilMs });
  }
  function answerOf(chat: string, incarnation: string) {
    const answer = answers.get(chat);
    if (!answer || answer.untilMs <= now()) return null;
    return answer.absentIn === undefined || ["", incarnation].includes(answer.absentIn)
      ? answer
      : null;
  }

  async function load(chat: string): Promise<void> {
    try {
      const record = await archive.load(chat);
      const state = await store.begin(chat, "");
      if (record && record.epoch >= state.epoch)
        await heal(store, chat, { record, archivedIn: archive.id, state, emit });
      else if (isCold(state)) noteAbsent(chat, state.incarnation);
    } catch {
      // The archive's event has told it, and a store that fails fails the next message too.
      note(chat, { untilMs: now() + failureMs });
    }
  }

  return {
    isAbsent: (chat, incarnation) => answerOf(chat, incarnation)?.absentIn !== undefined,
    startLoading(chat, incarnation) {
      const answer = answerOf(chat, incarnation);
      // A chat is given its incarnation with its first turn, which may be committed after the look.
      if (answer?.absentIn === "" && incarnation !== "") noteAbsent(chat, incarnation);
      // Whoever finds no room is tried again with the chat's next message.
      if (running.has(chat) || answer || running.size >= maxChats) return;
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
