import type { RootContent } from "mdast";

/**
 * Whether these are two lists right below each other, of `-` and of `+`: lines that were taken away and added, or for and
 * against. Then the marks say something.
 */
export function isDiff(
  above: RootContent | undefined,
  below: RootContent | undefined,
  typed: (node: RootContent) => string,
): boolean {
  if (above?.type !== "list" || below?.type !== "list") return false;
  const marks = typed(above).charAt(0) + typed(below).charAt(0);
  return (
    (marks === "-+" || marks === "+-") && above.position?.end.line === lineAbove(below.position)
  );
}

const lineAbove = (position: RootContent["position"]) => (position?.start.line ?? 0) - 1;
