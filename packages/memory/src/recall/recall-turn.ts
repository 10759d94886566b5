import type { Turn } from "../turn.ts";
import { saidOf } from "../turns/label.ts";
import type { RecallTurn } from "./recall-index.ts";

/** Gives a turn as the index takes it: one that was undone is empty. */
export const recallTurnOf = (turn: Turn): RecallTurn => ({
  turnId: turn.turnId,
  ...saidOf(turn),
  user: turn.user,
  assistant: turn.assistant,
});
