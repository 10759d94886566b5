import type { Link, Parents, Text } from "mdast";
import { linkable } from "./links-of.ts";

/** Makes words again of what looks like a link and is none: `calls[i](event)`, and not `a[link](https://…)`. */
export function keepCalls(node: Parents, markdown: string): void {
  for (const [index, child] of node.children.entries())
    if (child.type === "link" && isCall(child, markdown))
      node.children[index] = {
        type: "text",
        value: markdown.slice(...spanOf(child)),
      } satisfies Text;
    else if ("children" in child) keepCalls(child, markdown);
}

function isCall(link: Link, markdown: string): boolean {
  const [start] = spanOf(link);
  return !linkable.test(link.url) && /\w\[/.test(markdown.slice(Math.max(0, start - 1), start + 1));
}

const spanOf = ({ position }: Link): [number, number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
];
