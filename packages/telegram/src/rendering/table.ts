/** Columns of even width, for a font of even width. */
export function alignTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)))
      .join(" │ ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "─".repeat(width)).join("─┼─");
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].join("\n");
}

const segments = new Intl.Segmenter();
/** As wide as the characters look, but for those of double width. */
const widthOf = (text: string) => [...segments.segment(text)].length;
