/** One of several messages that were answered together. */
export interface TurnPart {
  /** The message's own id: an edit of it finds the turn by this. */
  readonly id: string;
  /** What the message says. */
  readonly text: string;
}

/** A turn is what a person said and what was answered, committed together. */
export interface Turn {
  /** Turns are numbered 1, 2, 3 … without gaps, and anew when the store has lost the chat or forgotten it. */
  readonly seq: number;
  /** The idempotency key of the turn: the id of the message that was answered. */
  readonly turnId: string;
  /** When it was committed, in ms since 1970. */
  readonly atMs: number;
  /** What the person said. */
  readonly user: string;
  /** What was answered. */
  readonly assistant: string;
  /**
   * The messages whose texts, joined by line breaks, are `user`. Absent means that it is one message, with the id of
   * the turn.
   */
  readonly parts?: readonly TurnPart[];
  /** The id of the edit that `assistant` answers. Absent means that it answers what was said first. */
  readonly edit?: string;
  /** Who said it. Absent means that nobody else talks in this chat, or that it is not known. */
  readonly speaker?: Speaker;
  /** When it was begun, in ms since 1970, and the number of the last turn at that time. */
  readonly began?: { readonly atMs: number; readonly after: number };
  /** The answer was cut off while it was streamed. */
  readonly cut?: true;
  /** The turn was taken back: its texts are erased, and its place stays. */
  readonly undone?: true;
}

/** Somebody who writes in a chat. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
}

/** What the model counted, as its answer reports it. */
export interface TokenUsage {
  /** The tokens of the prompt. The estimate of further prompts is corrected by it. */
  readonly input: number;
  /** The tokens of the answer. */
  readonly output: number;
  /** True when the prompt held more than memory gave, such as what a tool found: then the estimate stays as it is. */
  readonly enlarged?: true | undefined;
  /** What it cost, in the currency of the provider. */
  readonly cost?: number | undefined;
}

/** What was said, and what its answer was paid with. */
export interface SaidTurn {
  /** What the person said: not empty. */
  readonly user: string;
  /** The messages whose texts, joined by line breaks, are `user`, when several were answered together. */
  readonly parts?: readonly TurnPart[] | undefined;
}
