/**
 * Makes lines of rows whose columns are aligned, the first to the left: one line a row, whatever its cells hold. What is wider
 * than the terminal ends in `…`, so the columns that matter come first.
 */
export function table(
  cells: readonly (readonly string[])[],
  { width = Infinity, left = 1 }: { readonly width?: number; readonly left?: number } = {},
): string {
  const rows = cells.map((row) => row.map((cell) => cell.replaceAll(/\s+/gu, " ").trim()));
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column < left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return lines.map((line) => `${shortened(line, width)}\n`).join("");
}

const shortened = (line: string, width: number): string =>
  line.length > width ? `${line.slice(0, Math.max(0, width - 1))}…` : line;
