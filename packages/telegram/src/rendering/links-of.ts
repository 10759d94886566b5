import type { Nodes } from "mdast";

/** Addresses that Telegram takes behind other words. */
export const linkable = /^(?:https?|tg):/i;

/** An address as one reads it, or writes to it. */
export const addressOf = (url: string): string => url.replace(/^(?:mailto|tel):/i, "");

/** The links within a node whose words do not say their address. */
export function linksOf(
  node: Nodes,
  textOf: (node: Nodes) => string,
  urls: ReadonlyMap<string, string>,
): { readonly label: string; readonly url: string }[] {
  const isLink = node.type === "link" || node.type === "image";
  const isReference = node.type === "linkReference" || node.type === "imageReference";
  const url = isLink ? node.url : isReference ? (urls.get(node.identifier) ?? "") : "";
  const label = textOf(node).trim();
  if (linkable.test(url) && label !== "" && !url.endsWith(label)) return [{ label, url }];
  return "children" in node ? node.children.flatMap((child) => linksOf(child, textOf, urls)) : [];
}
