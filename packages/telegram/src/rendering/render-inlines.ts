import type { Link, LinkReference, PhrasingContent } from "mdast";
import type { FormattedWriter } from "./formatted-writer.ts";
import { stretchesOf } from "./spoilers.ts";
import { addressOf, linkable } from "./links-of.ts";
import { textOf, withBreaks } from "./text-of.ts";

export interface InlineContext {
  readonly writer: FormattedWriter;
  /** The addresses of links that are defined elsewhere, by identifier. */
  readonly urls: ReadonlyMap<string, string>;
}

/** Writes the words within a block, in their styles. */
export function inlines(nodes: readonly PhrasingContent[], context: InlineContext): void {
  const { writer, urls } = context;
  const all = (children: readonly PhrasingContent[]) => inlines(children, context);
  for (const { nodes: stretch, isHidden } of stretchesOf(nodes))
    if (isHidden) writer.shown({ type: "spoiler" }, () => stretch.forEach(inline));
    else stretch.forEach(inline);

  function inline(node: PhrasingContent): void {
    switch (node.type) {
      case "strong":
        return writer.shown({ type: "bold" }, () => all(node.children));
      case "emphasis":
        return writer.shown({ type: "italic" }, () => all(node.children));
      case "delete":
        return writer.shown({ type: "strikethrough" }, () => all(node.children));
      case "inlineCode":
        // Telegram shows no code within them, and a spoiler with a hole would hide nothing.
        if (writer.isInside("link") || writer.isInside("spoiler")) return writer.write(node.value);
        return writer.shown({ type: "code" }, () => writer.write(node.value));
      case "break":
        return writer.write("\n");
      case "link":
        return link(node.url, labelOf(node), () => all(node.children));
      case "linkReference":
        return link(urls.get(node.identifier) ?? "", labelOf(node), () => all(node.children));
      case "image":
        return image(node.url, node.alt);
      case "imageReference":
        return image(urls.get(node.identifier) ?? "", node.alt);
      case "footnoteReference":
        return writer.write(`[${node.label ?? node.identifier}]`);
      case "text":
      case "html":
        return writer.write(withBreaks(node.value));
      default:
        node satisfies never;
    }
  }

  function link(url: string, label: string, write: () => void): void {
    const address = addressOf(url);
    // Telegram finds an address by itself that stands there as it is.
    if (label.trim() === "") return url.startsWith("#") ? write() : writer.write(address);
    if (label === address || url === `http://${label}`) return write();
    if (linkable.test(url)) return writer.shown({ type: "link", url }, write);
    write();
    if (address !== "" && !address.startsWith("#")) writer.write(` (${address})`);
  }

  function image(url: string, alt: string | null | undefined): void {
    const label = alt?.trim() || url;
    link(url, label, () => writer.write(label));
  }
}

const labelOf = ({ children }: Link | LinkReference) => children.map(textOf).join("");
