import { cutText } from "../cut-text.ts";
import { isBlank } from "./answer.ts";
import { answerStart, endOfAnswer, hasLoneClosing, visibleText } from "./visible-text.ts";

/** What may grow into the mark that ends an answer. */
const beginningOfEnd = /<(?:\|\w{0,6}(?:\|(?:>\s*)?)?)?$/u;
const halfCharacter = /[\uD800-\uDBFF]$/u;

export interface VisiblePiecesOptions {
  readonly emit: (piece: string) => void;
  /** A longer text is cut. */
  readonly maxChars: number;
  /** Nothing is handed out before the end, because this model thinks without saying so at the beginning. */
  readonly isHeld: boolean;
}

/** Does for an answer that comes in pieces, cut wherever, what `visibleText` does for a whole one. */
export function visiblePieces({ emit, maxChars, isHeld }: VisiblePiecesOptions) {
  /** What came before the answer began. */
  let head = "";
  let hasBegun = false;
  /** True when there was reasoning at the beginning. */
  let isStripped = false;
  let waiting = "";
  let text = "";
  let isCut = false;

  function say(piece: string): void {
    if (isCut) return;
    const cut = cutText(piece, maxChars - text.length);
    isCut ||= cut.length < piece.length;
    text += cut;
    emit(cut);
  }

  function pass(delta: string): void {
    waiting += delta;
    const hold = ((isStripped && beginningOfEnd.exec(waiting)) || halfCharacter.exec(waiting))
      ?.index;
    const piece = waiting.slice(0, hold);
    // What cannot be seen is no answer yet: until there is one, another model may take over.
    if (text === "" && isBlank(piece)) return;
    say(piece);
    waiting = hold === undefined ? "" : waiting.slice(hold);
  }

  return {
    push(delta: string): void {
      if (hasBegun) return pass(delta);
      head += delta;
      // A tag ends with one of these: without one, nothing has changed.
      if (isHeld || (head.length > 200 && !/[>▷\]]/u.test(delta))) return;
      const start = answerStart(head, { isWhole: false });
      if (start === undefined) return;
      hasBegun = true;
      isStripped = start > 0;
      pass(head.slice(start));
    },
    /** Hands out what was held back, and gives all of the text. */
    end(): string {
      const held = isStripped ? waiting.replace(endOfAnswer, "") : waiting;
      const rest = hasBegun ? held : visibleText(head);
      if (text !== "" || !isBlank(rest)) say(rest);
      return text;
    },
    /** Whether there is reasoning that nothing opened, handed out or not. */
    isAloud: () => hasLoneClosing(hasBegun ? text : head),
    /** Whether the text has been cut, so that there is nothing more to read. */
    isCut: () => isCut,
  };
}
