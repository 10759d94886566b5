import type { PhrasingContent } from "mdast";

/** Neighbours, and whether they stand between `||` and `||`. */
export interface Stretch {
  readonly nodes: PhrasingContent[];
  readonly isHidden: boolean;
}

const bars = "||";

/** Finds `||secrets||`, as Telegram writes them. Bars between words or next to a space, as in `a || b`, stay bars. */
export function stretchesOf(nodes: readonly PhrasingContent[]): Stretch[] {
  const pieces = nodes.flatMap(atBars);
  const stretches: Stretch[] = [];
  let nodesSince: PhrasingContent[] = [];
  let isHidden = false;
  for (const [index, piece] of pieces.entries()) {
    const before = lastOf(pieces[index - 1]);
    const after = firstOf(pieces[index + 1]);
    const isMark = piece === bars && (isHidden ? isEdge(before, after) : isEdge(after, before));
    if (isMark) {
      stretches.push({ nodes: nodesSince, isHidden });
      nodesSince = [];
      isHidden = !isHidden;
    } else nodesSince.push(piece === bars ? { type: "text", value: bars } : piece);
  }
  // Never closed: then it was no mark.
  if (isHidden) nodesSince.unshift({ type: "text", value: bars });
  return [...stretches, { nodes: nodesSince, isHidden: false }];
}

type Piece = PhrasingContent | typeof bars;

function atBars(node: PhrasingContent): Piece[] {
  if (node.type !== "text") return [node];
  return node.value.split(bars).flatMap((value, index) => {
    const text: Piece[] = value === "" ? [] : [{ type: "text", value }];
    return index === 0 ? text : [bars, ...text];
  });
}

const isEdge = (inner: string, outer: string) => /\S/.test(inner) && !/[\p{L}\p{N}]/u.test(outer);

// What is not text counts as a sign; the ends and other bars as a space.
const firstOf = (piece: Piece | undefined) => charOf(piece, 0);
const lastOf = (piece: Piece | undefined) => charOf(piece, -1);

function charOf(piece: Piece | undefined, at: 0 | -1): string {
  if (piece === undefined || piece === bars || piece.type === "break") return " ";
  return piece.type === "text" ? (piece.value.at(at) ?? " ") : ".";
}
