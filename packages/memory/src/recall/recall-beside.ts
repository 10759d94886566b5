import { MemoryError } from "../errors.ts";
import type { Emit } from "../events.ts";
import type { CheckedPolicy } from "../policy.ts";
import type { Begun } from "../store.ts";
import { withDeadline } from "../tiers/deadline.ts";
import { answerTo, turnsBefore, turnWith } from "../turns/find-turn.ts";
import { shownTurns } from "../turns/shown-turns.ts";
import type { WaitOptions } from "../wait-options.ts";
import type { Beside, Excerpt, RecallIndex } from "./recall-index.ts";
import { wordCount } from "./words.ts";

/** What a search beside an opening gave. */
export interface Recalled {
  readonly excerpts: readonly Excerpt[];
  /** It failed or was late: the turn is answered without. */
  readonly failed: boolean;
}

export const nothingRecalled: Recalled = { excerpts: [], failed: false };

export interface RecallBesideOptions {
  readonly recall: RecallIndex;
  readonly policy: CheckedPolicy;
  readonly timeZone: string | undefined;
  readonly now: () => number;
  readonly emit: Emit;
}

/** What is asked beside an opening. */
export interface RecallQuestion extends WaitOptions {
  readonly text: string;
  /** What the chat is begun with: the id of the message, or of its edit. */
  readonly id: string;
  /** The id of the message that an edit changes. */
  readonly edited?: string | undefined;
  readonly opening: Promise<Begun>;
}

function besideOf(
  state: Begun,
  { id, edited, policy }: { id: string; edited: string | undefined; policy: CheckedPolicy },
): Beside | null {
  // Nothing is looked up for an answer that is there already.
  if (answerTo(state, id) !== undefined) return null;
  const turn = edited === undefined ? undefined : turnWith(state, edited);
  const shown = shownTurns(turnsBefore(state, turn), state, policy);
  // An edited message is answered as if neither its old words nor what came afterwards had been said.
  const since = turn ? state.turns.filter(({ seq }) => seq >= turn.seq) : [];
  const ids = [...shown, ...since].map(({ turnId }) => turnId);
  return {
    epoch: state.epoch,
    shown: new Set(edited === undefined ? ids : [...ids, edited]),
    before: shown.at(-1)?.user,
  };
}

/** Searches beside an opening, which waits for it as long as the policy allows, and never fails for it. */
export function recallBeside({ recall, policy, timeZone, now, emit }: RecallBesideOptions) {
  const { recallWords: maxWords, recallTimeoutMs: ms } = policy;

  return async function search(
    chat: string,
    { text, id, edited, opening, signal }: RecallQuestion,
  ): Promise<Recalled> {
    // Why the opening failed its own caller is told.
    const beside = opening.then(
      (state) => besideOf(state, { id, edited, policy }),
      () => null,
    );
    const nowMs = now();
    const found = recall.search(chat, text, { maxWords, beside, nowMs, timeZone, signal });
    found.catch(() => {});
    await beside;
    try {
      const late = () =>
        new MemoryError("store_timeout", `What was said long ago was not found within ${ms} ms.`);
      const excerpts = await withDeadline(found, { ms, late, signal });
      const words = excerpts.reduce(
        (sum, { user, assistant }) => sum + wordCount(user) + wordCount(assistant),
        0,
      );
      if (words > 0)
        emit({ type: "recalled", chat, turns: excerpts.length, words, ms: now() - nowMs });
      return { excerpts, failed: false };
    } catch (error) {
      signal?.throwIfAborted();
      emit({ type: "recall_failed", chat, call: "search", error });
      return { excerpts: [], failed: true };
    }
  };
}
