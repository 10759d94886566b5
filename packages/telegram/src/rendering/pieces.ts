/** A stretch of Markdown that can be parsed by itself. */
export interface Piece {
  readonly markdown: string;
  /** It would take too long to parse, or could not be: to be shown as it was typed. */
  readonly isPlain: boolean;
  /** How many line breaks part it from the one before. */
  readonly gap: 1 | 2;
}

/** The time of the parser grows with the square of what it is given: up to here it is short. */
const wholeLength = 6_000;
const pieceLength = 1_500;
const maxPieceLength = 4_500;
const maxMarks = 1_000;
/** The most lines that are read as Markdown; they take about half a second, in which nothing else is done. */
const maxLines = 5_000;
/** Each level of lists and quotes is a level of calls in the parser. */
const maxNesting = 20;

const mark = /[*_~[\]!\n]/g;
const tooDeep = new RegExp(
  `^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]|$))){${maxNesting + 1}}`,
  "m",
);
const fenceMark = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;
/** May belong to the list or the code before it. */
const goesOn = /^(?:\s|[-*+]\s|\d{1,9}[.)]\s)/;
/** Nothing, or of an item of a list, or a row of a table, which would be none without its heading. */
const isInside = /^(?:\s|\||$)/;

/** Cuts a text that is long or full of marks where one block ends and another begins, so that none takes long. */
export function piecesOf(markdown: string): Piece[] {
  if (markdown.length <= wholeLength && marksOf(markdown) <= maxMarks)
    return [{ markdown, isPlain: tooDeep.test(markdown), gap: 1 }];
  const pieces: Piece[] = [];
  let lines: string[] = [];
  let length = 0;
  let marks = 0;
  let linesRead = 0;
  let gap: 1 | 2 = 1;
  let fence: string | undefined;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const isAfterBlank = lines.at(-1)?.trim() === "";
    const isLong = length > maxPieceLength || marks > maxMarks / 2;
    const isBorder = isAfterBlank && length > pieceLength && !goesOn.test(line);
    if (fence === undefined && (isBorder || (isLong && !isInside.test(line)))) {
      pieces.push(piece());
      gap = isAfterBlank ? 2 : 1;
      lines = [];
      length = 0;
      marks = 0;
    }
    lines.push(line);
    length += line.length + 1;
    // Within code nothing else is looked for.
    if (fence === undefined) marks += marksOf(line) + 1;
    fence = fenceAfter(line, fence);
  }
  return [...pieces, piece()];

  function piece(): Piece {
    const text = lines.join("\n");
    const isFull = length > pieceLength && marks > maxMarks;
    linesRead += lines.filter((line) => line.trim() !== "").length;
    return { markdown: text, isPlain: isFull || linesRead > maxLines || tooDeep.test(text), gap };
  }
}

/** The marks that opened the block of code in which the next line stands, if it stands in one. */
export function fenceAfter(line: string, open: string | undefined): string | undefined {
  const marks = fenceMark.exec(line)?.[1];
  if (open === undefined || marks === undefined) return open ?? marks;
  return marks.startsWith(open) && line.trim() === marks ? undefined : open;
}

const marksOf = (text: string) => text.match(mark)?.length ?? 0;
