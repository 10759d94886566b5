import type { Nodes } from "mdast";
import { addressOf, linkable } from "./links-of.ts";

/** Gives the words of a node without any style. */
export function textOf(node: Nodes): string {
  if (node.type === "break") return "\n";
  if (node.type === "text") return withBreaks(node.value);
  if ("value" in node) return node.value;
  if ("alt" in node && node.alt) return node.alt;
  const text = "children" in node ? node.children.map(textOf).join("") : "";
  const address = node.type === "link" && !linkable.test(node.url) ? addressOf(node.url) : "";
  return address === "" || address === text || address.startsWith("#")
    ? text
    : `${text} (${address})`;
}

/** Models break lines as in HTML where Markdown has no other way. */
export const withBreaks = (text: string): string => text.replaceAll(/<br[ ]?\/?>[ ]?\n?/gi, "\n");
