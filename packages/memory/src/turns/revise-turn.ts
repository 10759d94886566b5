import type { Emit } from "../events.ts";
import type { Revision, WaitOptions } from "../memory.ts";
import { type CheckedPolicy, shownTurns } from "../policy.ts";
import { textOf, withText } from "../protocol/turn-content.ts";
import type { WindowStore } from "../store.ts";
import { amendTurn } from "./amend-turn.ts";
import { answerTo, turnWith } from "./find-turn.ts";
import { buildPrompt } from "./prompt.ts";

export interface ReviseTurnOptions extends WaitOptions {
  readonly chat: string;
  /** The id of the edited message. */
  readonly turnId: string;
  readonly editId: string;
  readonly store: WindowStore;
  readonly policy: CheckedPolicy;
  readonly systemPrompt: string;
  readonly emit: Emit;
}

/** Looks up the turn of an edited message. What it resolves with amends the turn. */
export async function reviseTurn(options: ReviseTurnOptions): Promise<Revision> {
  const { chat, turnId, editId, store, policy, systemPrompt, emit, signal } = options;
  const state = await store.begin(chat, editId, { signal });
  const { seq: last, seen, summary, turns, epoch } = state;
  const turn = turnWith(state, turnId);
  const replay = answerTo(state, editId);

  async function statusOfTurn(): Promise<Revision["status"]> {
    if (turn && seen !== null) return "applied";
    if (turn) return turn.seq === last ? "last" : "earlier";
    const committed = seen ?? (await store.begin(chat, turnId, { signal })).seen;
    return committed === null ? "never_committed" : "no_longer_kept";
  }

  const earlier = turn ? turns.filter(({ seq }) => seq < turn.seq) : turns;
  return {
    status: await statusOfTurn(),
    text: turn ? textOf(turn, turnId) : "",
    ...(replay !== undefined && { replay }),
    turns,
    prompt: (text) =>
      buildPrompt({
        systemPrompt,
        summary,
        window: earlier.slice(-shownTurns(policy, state)),
        text: turn ? withText(turn, turnId, text).user : text,
      }),
    amend: (change, wait) =>
      amendTurn(turn, change, { chat, turnId, editId, epoch, store, emit, ...wait }),
  };
}
