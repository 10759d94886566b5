import type { PhrasingContent } from "mdast";

/** Neighbours, and whether they stand between `||` and `||`. */
export interface Stretch {
  readonly nodes: PhrasingContent[];
  readonly isHidden: boolean;
}

const bars = "||";

/** Finds `||secrets||`, as Telegram writes them. Bars between words or next to a space, as in `a || b`, stay bars. */
export function stretchesOf(nodes: readonly PhrasingContent[]): Stretch[] {
  const tokens = nodes.flatMap(atBars);
  const stretches: Stretch[] = [];
  let nodesSince: PhrasingContent[] = [];
  let isHidden = false;
  for (const [index, token] of tokens.entries()) {
    const before = lastOf(tokens[index - 1]);
    const after = firstOf(tokens[index + 1]);
    const isMark = token === bars && (isHidden ? isEdge(before, after) : isEdge(after, before));
    if (isMark) {
      stretches.push({ nodes: nodesSince, isHidden });
      nodesSince = [];
      isHidden = !isHidden;
    } else nodesSince.push(token === bars ? { type: "text", value: bars } : token);
  }
  // Never closed: then it was no mark.
  if (isHidden) nodesSince.unshift({ type: "text", value: bars });
  return [...stretches, { nodes: nodesSince, isHidden: false }];
}

type Token = PhrasingContent | typeof bars;

function atBars(node: PhrasingContent): Token[] {
  if (node.type !== "text") return [node];
  return node.value.split(bars).flatMap((value, index) => {
    const text: Token[] = value === "" ? [] : [{ type: "text", value }];
    return index === 0 ? text : [bars, ...text];
  });
}

const isEdge = (inner: string, outer: string) => /\S/.test(inner) && !/[\p{L}\p{N}]/u.test(outer);

// What is not text counts as a sign; the ends and other bars as a space.
const firstOf = (token: Token | undefined) => charOf(token, 0);
const lastOf = (token: Token | undefined) => charOf(token, -1);

function charOf(token: Token | undefined, at: 0 | -1): string {
  if (token === undefined || token === bars || token.type === "break") return " ";
  return token.type === "text" ? (token.value.at(at) ?? " ") : ".";
}
