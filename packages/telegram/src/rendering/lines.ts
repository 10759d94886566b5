/** A line, apart from its indentation. */
export interface Line {
  readonly indent: string;
  /** How many columns it is indented. */
  readonly column: number;
  readonly rest: string;
}

export function lineOf(text: string): Line {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? "";
  let column = 0;
  for (const char of indent) column += char === "\t" ? 4 - (column % 4) : 1;
  return { indent, column, rest: text.slice(indent.length) };
}

const marker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
const rule = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** The mark of an item of a list with the space behind it, or nothing. */
export function itemMark({ rest }: Line): string | undefined {
  if (rule.test(rest)) return undefined;
  const mark = marker.exec(rest)?.[0];
  if (mark === undefined) return undefined;
  const space = /^[ \t]{1,4}(?=\S)/.exec(rest.slice(mark.length))?.[0] ?? " ";
  return mark + " ".repeat(space.length);
}

export const isHeading = ({ rest }: Line): boolean => /^#{1,6}(?:[ \t]|$)/.test(rest);

/** Whether a line begins a block of its own, which is no item of a list. */
export const isBlock = (line: Line): boolean =>
  isHeading(line) || rule.test(line.rest) || /^(?:>|`{3}[^`]*$|~{3}|\|.*\|[ \t]*$)/.test(line.rest);
