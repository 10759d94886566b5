import type { Nodes } from "mdast";

/** Gives the words of a node without any style. */
export function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if ("alt" in node && node.alt) return node.alt;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
