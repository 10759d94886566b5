import type { Emit } from "../events.ts";
import type { GuardedArchive } from "./guarded-archive.ts";
import { heal, isCold } from "./heal.ts";
import type { WindowStore } from "../store.ts";

export interface ColdStartOptions {
  readonly store: WindowStore;
  readonly archive: GuardedArchive;
  readonly now: () => number;
  readonly emit: Emit;
  /** How long the archive is not asked again about somebody it does not know. */
  readonly absenceMs: number;
  /** … and how long after it failed. */
  readonly failureMs: number;
  readonly maxPeople: number;
}

/** Asks the archive in the background about people of whom the store knows no summary. */
export function coldStart(options: ColdStartOptions) {
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
    if (answer && answer.untilMs > now()) return answer;
    answers.delete(user);
    return null;
  }

  async function ask(user: string): Promise<void> {
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
    /** False = the archive is known to have nothing. Otherwise it is being asked, once at a time. */
    isCold(user: string): boolean {
      const answer = answerOf(user);
      if (!answer && !running.has(user)) {
        running.set(
          user,
          ask(user).finally(() => running.delete(user)),
        );
      }
      return answer?.absent !== true;
    },
    /** The archive has a record of the person now, or has lost it. */
    changed: (user: string): void => void answers.delete(user),
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
