import type { Emit } from "../events.ts";
import type { AmendResult } from "../memory.ts";
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

/** Applies an edit to a turn, and to what has become of it when another edit of the same turn came between. */
export async function amendTurn(
  turn: Turn | undefined,
  { text, assistant }: { readonly text: string; readonly assistant?: string },
  { chat, turnId, editId, epoch, store, emit, signal }: AmendTurnOptions,
): Promise<AmendResult> {
  let kept = turn;
  for (let tries = 1; kept && tries <= mostTries; tries++) {
    const { seq, atMs: _, ...before } = kept;
    const after: TurnContent = {
      ...withText(before, turnId, text),
      ...(assistant !== undefined && { assistant, edit: editId }),
    };
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
