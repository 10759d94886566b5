export type Alignment = "left" | "right" | "center" | null;

/** Further apart the columns could not be read, and a single long cell would make all rows as long. */
const maxPadding = 60;

/** Writes a table with columns of even width, for a font of even width. Cells longer than 60 characters stick out. */
export function alignTable(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[] = [],
): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.min(maxPadding, Math.max(widths[column] ?? 0, widthOf(cell)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, alignments[column]))
      .join(" │ ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "─".repeat(width)).join("─┼─");
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].join("\n");
}

function padded(cell: string, width: number, alignment: Alignment | undefined): string {
  const free = Math.max(0, width - widthOf(cell));
  const left = alignment === "right" ? free : alignment === "center" ? Math.floor(free / 2) : 0;
  return " ".repeat(left) + cell + " ".repeat(free - left);
}

const segments = new Intl.Segmenter();
/** The width of a text as it looks, but for characters of double width. */
const widthOf = (text: string) => [...segments.segment(text)].length;
