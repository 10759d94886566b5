import type { Emit } from "../events.ts";
import type { AmendResult, Revision, Turn, WaitOptions } from "../memory.ts";
import { type CheckedPolicy, shownTurns } from "../policy.ts";
import { answers, holdsMessage, textOf, withText } from "../protocol/turn-content.ts";
import type { Begun, TurnContent, WindowStore } from "../store.ts";
import { buildPrompt } from "./prompt.ts";

export interface ReviseTurnOptions {
  readonly user: string;
  readonly turnId: string;
  readonly editId: string;
  readonly store: WindowStore;
  readonly policy: CheckedPolicy;
  readonly systemPrompt: string;
  readonly emit: Emit;
  readonly signal: AbortSignal | undefined;
}

/** Other edits of the same turn may come between; nobody edits a message this often at once. */
const mostTries = 5;

const amended = (answer: string | undefined): AmendResult => ({
  status: "amended",
  ...(answer !== undefined && { answer }),
});

export async function reviseTurn(options: ReviseTurnOptions): Promise<Revision> {
  const { user, turnId, editId, store, policy, systemPrompt, emit, signal } = options;
  const find = ({ turns }: Begun) => turns.findLast((turn) => holdsMessage(turn, turnId));
  const answerIn = ({ turns, seen }: Begun) =>
    turns.find((turn) => turn.seq === seen && answers(turn, editId))?.assistant;

  const state = await store.begin(user, editId, { signal });
  const turn = find(state);
  const replay = answerIn(state);

  async function statusOfTurn(): Promise<Revision["status"]> {
    if (turn && state.seen !== null) return "applied";
    if (turn) return turn.seq === state.seq ? "last" : "earlier";
    if (state.seen !== null) return "no_longer_kept";
    return (await store.begin(user, turnId, { signal })).seen === null
      ? "never_committed"
      : "no_longer_kept";
  }

  async function amend(
    { text, assistant }: { readonly text: string; readonly assistant?: string },
    wait: WaitOptions,
  ): Promise<AmendResult> {
    let kept: Turn | undefined = turn;
    for (let tries = 1; kept && tries <= mostTries; tries++) {
      const { seq, atMs: _, ...before } = kept;
      const after: TurnContent = {
        ...withText(before, turnId, text),
        ...(assistant !== undefined && { assistant, edit: editId }),
      };
      const change = { epoch: state.epoch, editId, seq, before, after };
      const done = await store.amend(user, change, wait);
      if (done === "amended") {
        emit({ type: "amended", user, seq, answered: assistant !== undefined });
        return amended(assistant);
      }
      if (done === "forgotten") {
        emit({ type: "fenced", user });
        return { status: "forgotten" };
      }
      const now = await store.begin(user, editId, wait);
      if (done === "duplicate") {
        emit({ type: "duplicate", user, seq });
        return amended(answerIn(now));
      }
      kept = find(now);
    }
    return { status: "no_longer_kept" };
  }

  const earlier = turn ? state.turns.filter(({ seq }) => seq < turn.seq) : state.turns;
  return {
    status: await statusOfTurn(),
    text: turn ? textOf(turn, turnId) : "",
    ...(replay !== undefined && { replay }),
    turns: state.turns,
    prompt: (text) =>
      buildPrompt({
        systemPrompt,
        summary: state.summary,
        window: earlier.slice(-shownTurns(policy, state)),
        text: turn ? withText(turn, turnId, text).user : text,
      }),
    amend: (change, wait = {}) => amend(change, wait),
  };
}
