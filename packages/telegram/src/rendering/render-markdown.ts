import type { PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Formatted } from "./entity.ts";
import { FormattedWriter } from "./formatted-writer.ts";
import { keepFormulas } from "./formulas.ts";
import { inlines } from "./render-inlines.ts";
import { slice } from "./slice.ts";
import { alignTable } from "./table.ts";
import { textOf } from "./text-of.ts";

const options = {
  // HTML is text here, and an indented line is seldom meant as code.
  extensions: [gfm(), { disable: { null: ["htmlFlow", "htmlText", "codeIndented"] } }],
  mdastExtensions: [gfmFromMarkdown()],
};

/**
 * What a model writes, as Telegram can show it: headings are bold, tables aligned, lists keep their depth, images are
 * links, and what has no look in Telegram stays as it was typed. Takes any text; throws a `RangeError` where it is
 * nested thousands of times.
 */
export function renderMarkdown(markdown: string): Formatted {
  const formulas = keepFormulas(markdown);
  const root = fromMarkdown(formulas.markdown, options);
  const writer = new FormattedWriter(formulas.restore);
  const urls = new Map(
    root.children.flatMap((node) =>
      node.type === "definition" ? [[node.identifier, node.url]] : [],
    ),
  );
  const phrases = (nodes: readonly PhrasingContent[]) => inlines(nodes, { writer, urls });
  blocks(root.children, 2);
  return slice(writer.done(), 0);

  function blocks(nodes: readonly RootContent[], gap: number): void {
    let isFirst = true;
    for (const node of nodes) {
      if (node.type === "definition") continue;
      // Code is not indented: a reader copies it.
      if (!isFirst)
        writer.newLines(gap, { indented: node.type !== "code" && node.type !== "table" });
      isFirst = false;
      block(node);
    }
  }

  function block(node: RootContent): void {
    switch (node.type) {
      case "paragraph":
        return phrases(node.children);
      case "heading":
        return writer.shown({ type: "bold" }, () => phrases(node.children));
      case "blockquote":
        return writer.shown({ type: "blockquote" }, () => blocks(node.children, 2));
      case "code":
        return pre(node.value, node.lang);
      case "table":
        return pre(alignTable(cellsOf(node, formulas.restore)));
      case "thematicBreak":
        return writer.write("———");
      case "list":
        return list(node);
      case "footnoteDefinition":
        writer.write(`[${node.label ?? node.identifier}] `);
        return blocks(node.children, 1);
      default:
        if ("children" in node) blocks(node.children, 1);
        else if ("value" in node) writer.write(node.value);
    }
  }

  function list({
    children,
    ordered,
    start,
    spread,
  }: Extract<RootContent, { type: "list" }>): void {
    for (const [index, item] of children.entries()) {
      if (index > 0) writer.newLines(spread ? 2 : 1);
      const marker = ordered ? `${(start ?? 1) + index}. ` : "• ";
      const box =
        item.checked === null || item.checked === undefined ? "" : item.checked ? "☑ " : "☐ ";
      const lead = box === "" ? marker : box;
      writer.write(lead);
      writer.indented(lead.length, () => blocks(item.children, item.spread ? 2 : 1));
    }
  }

  function pre(value: string, lang?: string | null): void {
    const language = lang?.trim().split(/\s/)[0];
    writer.shown({ type: "pre", ...(language ? { language } : {}) }, () => writer.writeRaw(value));
  }
}

const cellsOf = (table: Table, restore: (text: string) => string): string[][] =>
  table.children.map((row) => row.children.map((cell) => restore(textOf(cell))));
