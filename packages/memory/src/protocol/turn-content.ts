import type { NewTurn, TurnContent } from "../store.ts";

/** Whether the turn holds the message with this id, as its only one or as a part. One that was undone holds none. */
export const holdsMessage = ({ turnId, parts, undone }: TurnContent, id: string): boolean =>
  !undone && (turnId === id || (parts?.some((part) => part.id === id) ?? false));

/** Whether the answer of the turn answers this id: a message, or the edit that brought the answer. */
export const answers = (turn: TurnContent, id: string): boolean =>
  holdsMessage(turn, id) || (!turn.undone && turn.edit === id);

/** Gives what is remembered of one message of the turn. */
export const textOf = ({ user, parts }: TurnContent, id: string): string =>
  parts?.find((part) => part.id === id)?.text ?? user;

/** Gives the turn with another text for one of its messages. */
export function withText(turn: TurnContent, id: string, text: string): TurnContent {
  if (!turn.parts?.some((part) => part.id === id)) {
    const { parts: _, ...whole } = turn;
    return { ...whole, user: text };
  }
  const parts = turn.parts.map((part) => (part.id === id ? { id, text } : part));
  return { ...turn, parts, user: parts.map((part) => part.text).join("\n") };
}

/** Splits what a commit carries into what the turn holds and what is only about the commit. */
export function contentOf(turn: NewTurn): TurnContent {
  const { epoch: _epoch, keeps: _keeps, usage: _usage, ...content } = turn;
  return content;
}
