import type { Turn } from "../turn.ts";
import { answers, holdsMessage } from "../protocol/turn-content.ts";
import type { Begun } from "../store.ts";

/** Finds the turn that holds a message; undefined when none that is kept does. */
export const turnWith = ({ turns }: Begun, messageId: string): Turn | undefined =>
  turns.findLast((turn) => holdsMessage(turn, messageId));

/**
 * Finds the stored answer to the id that the state was begun with. The number that this id was seen with is not enough:
 * after a forget the number of the old turn belongs to a new one.
 */
export const answerTo = ({ turns, seen }: Begun, id: string): string | undefined =>
  turns.find((turn) => turn.seq === seen && answers(turn, id))?.assistant;

/** Gives the turns that were begun before one; all of them when it is not kept. */
export const turnsBefore = ({ turns }: Begun, turn: Turn | undefined): readonly Turn[] =>
  turn ? turns.filter(({ seq }) => seq < turn.seq) : turns;
