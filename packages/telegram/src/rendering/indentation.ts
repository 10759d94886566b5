import { isBlock, isHeading, itemMark, type Line, lineOf } from "./lines.ts";
import { fenceAfter } from "./pieces.ts";

/** An item of a list in which the next lines may stand: columns as they were typed, and as they are written. */
interface Item {
  readonly mark: number;
  readonly words: number;
  readonly written: number;
  /** Where the first line after that of the mark begins. */
  hang?: number;
}

/** Spaces before a line that belongs to an item: Markdown asks for three columns below `1.`, models write two. */
const nested = 2;

/**
 * Keeps the indentation that Markdown would drop, of code, data, poems and trees that stand there without a fence, and makes
 * lists nest where they look as if they did.
 */
export function keepIndentation(markdown: string, keep: (stretch: string) => string): string {
  const lines = markdown.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  // Telegram drops white space at the start of a message: the others are shown as deep as they are below that line.
  let lead = lineOf(lines[first] ?? "").column;
  let items: Item[] = [];
  let fence: { readonly marks: string; readonly least: number; readonly shift: number } | undefined;
  let isAfterBlank = true;
  let isLiteral = false;
  // A heading, and what stands right below it.
  let isHead = true;
  return lines.map((text, index) => written(text, index)).join("\n");

  function written(text: string, index: number): string {
    const line = lineOf(text);
    if (line.rest === "") {
      isAfterBlank = true;
      return text;
    }
    if (fence && line.column >= fence.least) {
      const { shift } = fence;
      if (fenceAfter(text, fence.marks) === undefined) fence = undefined;
      return moved(line, line.column + shift);
    }
    fence = undefined;
    const isStart = isAfterBlank;
    isAfterBlank = false;
    leaveItems(line, isStart);
    if (isStart) isLiteral = items.length === 0 && isAsTyped(lines, index);
    isHead = (isStart || isHead) && isHeading(line);
    if (/^(?:`{3}|~{3}|>|\|.*\|[ \t]*$)/.test(text)) isLiteral = false;
    if (isLiteral && !isHead) return asTyped(line);
    lead = 0;
    const mark = itemMark(line);
    return mark === undefined ? within(line) : item(line, mark);
  }

  function leaveItems(line: Line, isStart: boolean): void {
    // Else it goes on with the sentence before it, however deep it stands.
    if (isStart || isLiteral || isBlock(line) || itemMark(line) !== undefined)
      items = items.filter(({ mark }) => line.column >= mark + nested);
  }

  function asTyped({ indent, column, rest }: Line): string {
    // One at the end of a line would be no sign of its own.
    const words = rest.endsWith("\\") ? rest.slice(0, -1) + keep("\\") : rest;
    if (indent === "" && !/^[#>|+*=`\d-]/.test(rest)) return words;
    return keep(lead > 0 ? " ".repeat(Math.max(0, column - lead)) : indent) + words;
  }

  function item(line: Line, mark: string): string {
    const column = items.at(-1)?.written ?? 0;
    const wordsAt = line.column + mark.length;
    items.push({ mark: line.column, words: wordsAt, written: column + mark.length });
    const words = lineOf(line.rest.slice(mark.length));
    openFence(words.rest, wordsAt, column - line.column);
    return " ".repeat(column) + line.rest;
  }

  function within(line: Line): string {
    const inner = items.at(-1);
    const isIn = inner && line.column >= inner.mark + nested;
    if (!isIn) {
      const isAlone = isBlock(line);
      openFence(line.rest, 0, isAlone ? -line.column : 0);
      return isAlone ? line.rest : line.indent + line.rest.replace(treeEnd, keep);
    }
    const column = inner.written + Math.max(0, line.column - inner.words);
    if (isBlock(line)) {
      openFence(line.rest, Math.min(inner.words, line.column), column - line.column);
      return " ".repeat(column) + line.rest;
    }
    inner.hang ??= line.column;
    const hang = inner.hang - inner.words < 4 ? Math.max(inner.hang, inner.words) : inner.words;
    const deeper = Math.max(0, line.column - hang);
    return " ".repeat(inner.written) + (deeper > 0 ? keep(" ".repeat(deeper)) : "") + line.rest;
  }

  function openFence(rest: string, least: number, shift: number): void {
    const marks = fenceAfter(rest, undefined);
    if (marks !== undefined) fence = { marks, least, shift };
  }
}

/** The last branch of a tree as programs draw it: no mark of code. */
const treeEnd = /^(?:\|[ ]*)*`-- /;

const moved = ({ indent, column, rest }: Line, to: number) =>
  (column === to ? indent : " ".repeat(Math.max(0, to))) + rest;

/** Whether the lines from there up to a blank one are indented for another reason than that of a list. */
function isAsTyped(lines: readonly string[], from: number): boolean {
  let item: Line | undefined;
  let isFirst = true;
  let isKey = false;
  for (let index = from; index < lines.length; index++) {
    const line = lineOf(lines[index] ?? "");
    if (line.rest === "" || fenceAfter(line.rest, undefined) !== undefined) return false;
    if (isHeading(line) && isFirst) continue;
    if (itemMark(line) !== undefined) {
      if (isFirst) return false;
      item ??= line;
    } else if (isFirst && isBlock(line) && !line.rest.startsWith("|")) return false;
    else if (!item && line.column > 0 && !isBlock(line)) return true;
    // `key:`, then a list below it, then `key:` again.
    else if (item && isKey && line.column < item.column && /^[\w.-]+:(?:\s|$)/.test(line.rest))
      return true;
    if (isFirst) isKey = /^[\w.-]+:(?:\s|$)/.test(line.rest);
    isFirst = false;
  }
  return false;
}
