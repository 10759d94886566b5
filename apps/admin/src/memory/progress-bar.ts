const width = 30;

/** Shows in one line of a terminal how far a work is; where there is no terminal it shows nothing. */
export function progressBar(output: {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}): (done: number, total: number) => void {
  return (done, total) => {
    if (!output.isTTY) return;
    const share = total === 0 ? 1 : done / total;
    const bar = "█".repeat(Math.round(share * width)).padEnd(width, "░");
    output.write(`\r${bar} ${done} of ${total}${done === total ? "\n" : ""}`);
  };
}
