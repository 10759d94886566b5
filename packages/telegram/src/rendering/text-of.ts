import type { Nodes } from "mdast";

/** Gives the words of a node without any style. */
export function textOf(node: Nodes): string {
  if (node.type === "break") return "\n";
  if (node.type === "text") return withBreaks(node.value);
  if ("value" in node) return node.value;
  if ("alt" in node && node.alt) return node.alt;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** Models break lines as in HTML where Markdown has no other way. */
export const withBreaks = (text: string): string => text.replaceAll(/<br[ ]?\/?>[ ]?\n?/gi, "\n");
