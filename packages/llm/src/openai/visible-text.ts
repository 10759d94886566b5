import { answerHeaderAt, openingAt, type TagFamily, tagsOf } from "./reasoning-tags.ts";

/**
 * What a person may see of an answer: reasoning that a server left in the text is taken out. Reasoning is
 *
 * - a block at the very beginning, or several in a row: `<think>…</think>` and its other spellings. Blocks within a block
 *   belong to it. One that never closes is all that there is;
 * - what stands before a closing tag that nothing opened, because some templates open it in the prompt. The tag has to
 *   begin its line, or to follow the text without a space.
 *
 * Everything else is an answer that speaks of such tags, and stays: a tag in code, in quotation marks, or in the middle of a
 * sentence.
 */
export function visibleText(text: string): string {
  let rest = text;
  for (;;) {
    const start = answerStart(rest, { isWhole: true }) ?? rest.length;
    const lone = loneClosingEnd(rest.slice(start));
    if (start === 0 && lone === undefined) return rest;
    if (lone === undefined) return rest.slice(start).replace(endOfAnswer, "");
    rest = rest.slice(start + lone).trimStart();
  }
}

/** Ends an answer in the harmony format. */
export const endOfAnswer = /<\|(?:end|return)\|>\s*$/iu;

/**
 * The index at which the answer begins, behind the blocks of reasoning at the beginning. Undefined: of a whole text, there is
 * no answer; of a beginning, that cannot be said yet.
 */
export function answerStart(
  text: string,
  { isWhole }: { readonly isWhole: boolean },
): number | undefined {
  let position = 0;
  for (;;) {
    const spaces = text.slice(position).search(/\S/u);
    const next = spaces < 0 ? text.length : position + spaces;
    const header = answerHeaderAt(text, next);
    if (header !== undefined) return header;
    const block = openingAt(text, next);
    if (!block) {
      if (!isWhole && mayBecomeTag(text.slice(next, next + longestTag))) return undefined;
      return position === 0 ? 0 : next;
    }
    const end = blockEnd(text, block, { isWhole });
    if (end === undefined) return undefined;
    position = end;
  }
}

/** A beginning that is longer than this and no tag will not become one. */
const longestTag = 100;
const mayBecomeTag = (head: string): boolean =>
  head.length < longestTag && (head === "" || /^[<◁[]/u.test(head));

/** The index behind the tag that closes the block. */
function blockEnd(
  text: string,
  { family, end: start }: { readonly family: TagFamily; readonly end: number },
  { isWhole }: { readonly isWhole: boolean },
): number | undefined {
  const body = text.slice(start);
  let depth = 1;
  let first: number | undefined;
  for (const { family: other, isClosing, isInCode, end, start: at } of tagsOf(body)) {
    if (other !== family) continue;
    if (isClosing && first === undefined && body.charAt(at - 1) !== "`") first = start + end;
    if (isInCode) continue;
    depth += isClosing ? -1 : 1;
    if (depth === 0) return start + end;
  }
  // Reasoning may speak of an opening tag, or hold half a code span: then the first tag that can close it does.
  return isWhole ? first : undefined;
}

/** The index behind a closing tag that nothing opened. */
function loneClosingEnd(text: string): number | undefined {
  let isOpen = false;
  let isLineOpen = false;
  for (const { family, isClosing, isInCode, place, end } of tagsOf(text)) {
    if (family === "harmony" || isInCode) continue;
    if (!isClosing) {
      isOpen = true;
      isLineOpen ||= place === "line";
    } else if (place === "word") continue;
    else if (place === "line" ? isLineOpen : isOpen) isOpen = isLineOpen = false;
    else return end;
  }
  return undefined;
}

/** Whether a closing tag ends reasoning that nothing opened. */
export const hasLoneClosing = (text: string): boolean => loneClosingEnd(text) !== undefined;
