import { MemoryError } from "../errors.ts";
import type { Emit } from "../events.ts";
import type { CheckedPolicy } from "../policy.ts";
import type { Begun } from "../store.ts";
import { withDeadline } from "../tiers/deadline.ts";
import { answerTo } from "../turns/find-turn.ts";
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

function besideOf(state: Begun, id: string, policy: CheckedPolicy): Beside | null {
  // Nothing is looked up for an answer that is there already.
  if (answerTo(state, id) !== undefined) return null;
  const shown = shownTurns(state.turns, state, policy);
  return {
    epoch: state.epoch,
    shown: new Set(shown.map(({ turnId }) => turnId)),
    before: shown.at(-1)?.user,
  };
}

/** Searches beside an opening, which waits for it as long as the policy allows, and never fails for it. */
export function recallBeside({ recall, policy, timeZone, now, emit }: RecallBesideOptions) {
  const { recallWords: maxWords, recallTimeoutMs: ms } = policy;

  return async function search(
    chat: string,
    {
      text,
      id,
      opening,
      signal,
    }: WaitOptions & { text: string; id: string; opening: Promise<Begun> },
  ): Promise<Recalled> {
    // Why the opening failed its own caller is told.
    const beside = opening.then(
      (state) => besideOf(state, id, policy),
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
