import type { Emit } from "../events.ts";
import type { AmendResult, Revision } from "../memory.ts";
import type { Turn } from "../turn.ts";
import type { WaitOptions } from "../wait-options.ts";
import { withText } from "../protocol/turn-content.ts";
import type { TurnContent, WindowStore } from "../store.ts";
import { answerTo, turnWith } from "./find-turn.ts";

export interface AmendTurnOptions extends WaitOptions {
  readonly chat: string;
  /** The id of the edited message. */
  readonly turnId: string;
  readonly editId: string;
  /** The epoch of the look at the turn. */
  readonly epoch: number;
  readonly store: WindowStore;
  readonly emit: Emit;
}

/** Other edits of the same turn may come between; nobody edits a message this often at once. */
const mostTries = 5;

const amended = (answer: string | undefined): AmendResult => ({
  status: "amended",
  ...(answer !== undefined && { answer }),
});

function answered(
  edited: TurnContent,
  { cut, ...answer }: { readonly assistant: string; readonly edit: string; cut: true | undefined },
): TurnContent {
  const { cut: _, ...turn } = edited;
  return { ...turn, ...answer, ...(cut && { cut }) };
}

/** Applies an edit to a turn, and to what has become of it when another edit of the same turn came between. */
export async function amendTurn(
  turn: Turn | undefined,
  { text, assistant, cut }: Parameters<Revision["amend"]>[0],
  { chat, turnId, editId, epoch, store, emit, signal }: AmendTurnOptions,
): Promise<AmendResult> {
  let kept = turn;
  for (let tries = 1; kept && tries <= mostTries; tries++) {
    const { seq, atMs: _, ...before } = kept;
    const edited = withText(before, turnId, text);
    const after =
      assistant === undefined ? edited : answered(edited, { assistant, edit: editId, cut });
    const done = await store.amend(chat, { epoch, editId, seq, before, after }, { signal });
    if (done === "amended") {
      emit({ type: "amended", chat, seq, answered: assistant !== undefined });
      return amended(assistant);
    }
    if (done === "forgotten") {
      emit({ type: "fenced", chat });
      return { status: "forgotten" };
    }
    const now = await store.begin(chat, editId, { signal });
    if (done === "duplicate") {
      emit({ type: "duplicate", chat, seq });
      return amended(answerTo(now, editId));
    }
    kept = turnWith(now, turnId);
  }
  return { status: "no_longer_kept" };
}
