import type { PhrasingContent } from "mdast";
import type { FormattedWriter } from "./formatted-writer.ts";

export interface InlineContext {
  readonly writer: FormattedWriter;
  /** Of links that are defined elsewhere, by identifier. */
  readonly urls: ReadonlyMap<string, string>;
}

/** Addresses that Telegram makes a link of. */
const linkable = /^(?:https?|tg|mailto|tel):/i;

/** Words within a block. */
export function inlines(nodes: readonly PhrasingContent[], { writer, urls }: InlineContext): void {
  const all = (children: readonly PhrasingContent[]) => inlines(children, { writer, urls });
  for (const node of nodes) inline(node);

  function inline(node: PhrasingContent): void {
    switch (node.type) {
      case "strong":
        return writer.shown({ type: "bold" }, () => all(node.children));
      case "emphasis":
        return writer.shown({ type: "italic" }, () => all(node.children));
      case "delete":
        return writer.shown({ type: "strikethrough" }, () => all(node.children));
      case "inlineCode":
        // Telegram shows no code within a link.
        if (writer.isInside("link")) return writer.write(node.value);
        return writer.shown({ type: "code" }, () => writer.write(node.value));
      case "break":
        return writer.write("\n");
      case "link":
        return link(node.url, () => all(node.children));
      case "linkReference":
        return link(urls.get(node.identifier) ?? "", () => all(node.children));
      case "image":
        return link(node.url, () => writer.write(node.alt || node.url));
      case "imageReference": {
        const url = urls.get(node.identifier) ?? "";
        return link(url, () => writer.write(node.alt || url));
      }
      case "footnoteReference":
        return writer.write(`[${node.label ?? node.identifier}]`);
      case "text":
      case "html":
        return writer.write(node.value);
      default:
        node satisfies never;
    }
  }

  function link(url: string, write: () => void): void {
    if (linkable.test(url)) {
      writer.shown({ type: "link", url }, write);
      return;
    }
    write();
    if (url !== "" && !url.startsWith("#")) writer.write(` (${url})`);
  }
}
