export type Alignment = "left" | "right" | "center" | null;

/** The widest a column gets: further apart they could not be read, and a single long cell would make all rows as long. */
const maxPadding = 60;

/** Writes a table with columns of even width, for a font of even width. Cells wider than 60 stick out. */
export function alignTable(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[] = [],
): string {
  const widths: number[] = [];
  const lines = rows.map(linesOf);
  for (const row of lines.flat())
    for (const [column, cell] of row.entries())
      widths[column] = Math.min(maxPadding, Math.max(widths[column] ?? 0, widthOf(cell)));
  const written = lines.map((row) => row.map(lineText).join("\n"));
  const rule = widths.map((width) => "─".repeat(width)).join("─┼─");
  return [...written.slice(0, 1), rule, ...written.slice(1)].join("\n");

  function lineText(line: readonly string[]): string {
    return line
      .map((cell, column) => padded(cell, widths[column] ?? 0, alignments[column]))
      .join(" │ ")
      .trimEnd();
  }
}

/** The lines of a row, of which each has a part of every cell. */
function linesOf(row: readonly string[]): string[][] {
  const cells = row.map((cell) => cell.split("\n"));
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => cells.map((cell) => cell[line] ?? ""));
}

function padded(cell: string, width: number, alignment: Alignment | undefined): string {
  const free = Math.max(0, width - widthOf(cell));
  const left = alignment === "right" ? free : alignment === "center" ? Math.floor(free / 2) : 0;
  return " ".repeat(left) + cell + " ".repeat(free - left);
}

const segments = new Intl.Segmenter();
/** What takes two columns in a font of even width: East Asian letters and signs, and emoji. */
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3040-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]|\uFE0F/u;
const widthOf = (text: string) =>
  [...segments.segment(text)].reduce(
    (width, { segment }) => width + (wide.test(segment) ? 2 : 1),
    0,
  );
