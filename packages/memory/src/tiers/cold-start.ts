import type { SummaryArchive } from "../archive.ts";
import type { Emit } from "../events.ts";
import type { WindowStore } from "../store.ts";
import { heal, isCold } from "./heal.ts";

export interface ColdStartOptions {
  readonly store: WindowStore;
  readonly archive: SummaryArchive;
  readonly now: () => number;
  readonly emit: Emit;
  /** How long the archive is not asked again about a person whom it does not know. */
  readonly absenceMs: number;
  /** How long the archive is not asked again about a person after it failed. */
  readonly failureMs: number;
  /** How many answers are remembered at most; the oldest one goes first. */
  readonly maxPeople: number;
}

/** Loads in the background what the archive has of people of whom the store knows no summary. */
export interface ColdStart {
  /** Whether the archive has answered, not long ago, that it has nothing of this person. Asks nobody. */
  isAbsent(user: string): boolean;
  /** Begins to load the person's summary into the store, unless that runs already or was tried a short time ago. */
  startLoading(user: string): void;
  /** Drops what the archive has answered: it has a record of the person now, or has lost it. */
  changed(user: string): void;
  /** Resolves when nothing is being loaded any more. */
  settled(): Promise<void>;
}

export function coldStart(options: ColdStartOptions): ColdStart {
  const { store, archive, now, emit, absenceMs, failureMs, maxPeople } = options;
  const running = new Map<string, Promise<void>>();
  const answers = new Map<string, { readonly absent: boolean; readonly untilMs: number }>();

  function note(user: string, absent: boolean): void {
    answers.delete(user);
    answers.set(user, { absent, untilMs: now() + (absent ? absenceMs : failureMs) });
    if (answers.size > maxPeople)
      for (const oldest of answers.keys()) return void answers.delete(oldest);
  }
  function answerOf(user: string) {
    const answer = answers.get(user);
    return answer && answer.untilMs > now() ? answer : null;
  }

  async function load(user: string): Promise<void> {
    try {
      const record = await archive.load(user);
      const state = await store.begin(user, "");
      if (record && record.epoch >= state.epoch) await heal(store, user, { record, state, emit });
      else if (isCold(state)) note(user, true);
    } catch {
      // The archive's event has told it, and a store that fails fails the next message too.
      note(user, false);
    }
  }

  return {
    isAbsent: (user) => answerOf(user)?.absent === true,
    startLoading(user) {
      if (running.has(user) || answerOf(user)) return;
      running.set(
        user,
        load(user).finally(() => running.delete(user)),
      );
    },
    changed: (user) => void answers.delete(user),
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
