import type { List, PhrasingContent, RootContent, Table, TableCell } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { keepCalls } from "./calls.ts";
import { definitionsOf } from "./definitions.ts";
import { isDiff } from "./diffs.ts";
import { emphasisIn } from "./emphasis.ts";
import type { Formatted } from "./entity.ts";
import { FormattedWriter } from "./formatted-writer.ts";
import { keepFormulas } from "./formulas.ts";
import { keepIndentation } from "./indentation.ts";
import { isOnlyWords } from "./only-words.ts";
import { keptOf } from "./kept.ts";
import { piecesOf } from "./pieces.ts";
import { inlines } from "./render-inlines.ts";
import { linksOf } from "./links-of.ts";
import { keepShrugs } from "./shrugs.ts";
import { slice } from "./slice.ts";
import { alignTable } from "./table.ts";
import { textOf } from "./text-of.ts";

const extensions = [
  gfm({ singleTilde: false }),
  // HTML is text here, and an indented line is seldom meant as code.
  { disable: { null: ["htmlFlow", "htmlText", "codeIndented"] } },
];
const mdastExtensions = [gfmFromMarkdown()];

/**
 * Renders Markdown, as models write it, for Telegram: headings are bold, tables aligned, lists keep their depth, images are
 * links, and what Telegram has no style for stays as it was typed. Takes any text and never throws: what is nested too
 * deep to be rendered is shown as it was typed, too.
 */
export function renderMarkdown(markdown: string): Formatted {
  // Telegram takes none, and the parser would show a sign for each.
  const input = markdown
    .replaceAll("\0", "")
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^\uFEFF/, "");
  if (isOnlyWords(input)) return { text: input, entities: [] };
  const asTyped = () => slice({ text: input, entities: [] }, 0);
  try {
    const formatted = rendered(input);
    // Marks around nothing: whoever asked must not go without an answer.
    return formatted.text === "" ? asTyped() : formatted;
  } catch {
    // The parser is not ours: better as it was typed than not at all.
    return asTyped();
  }
}

function rendered(markdown: string): Formatted {
  const { keep, restore } = keptOf(markdown);
  const input = keepIndentation(keepFormulas(keepShrugs(markdown, keep), keep), keep);
  const writer = new FormattedWriter(restore);
  const pieces = piecesOf(input);
  const definitions = pieces.length > 1 ? definitionsOf(input) : "";
  for (const [index, { markdown: piece, isPlain, gap }] of pieces.entries()) {
    if (index > 0) writer.newLines(gap);
    if (isPlain) writer.writeRaw(piece.trimEnd());
    else render(`${definitions}\n\n${piece}`, writer, restore);
  }
  return slice(writer.done(), 0);
}

function render(
  markdown: string,
  writer: FormattedWriter,
  restore: (text: string) => string,
): void {
  const root = fromMarkdown(markdown, {
    extensions: [...extensions, emphasisIn(markdown)],
    mdastExtensions,
  });
  keepCalls(root, markdown);
  const urls = new Map(
    root.children.flatMap((node) =>
      node.type === "definition" ? [[node.identifier, node.url]] : [],
    ),
  );
  const typed = ({ position }: RootContent) =>
    markdown.slice(position?.start.offset, position?.end.offset);
  const phrases = (nodes: readonly PhrasingContent[]) => inlines(nodes, { writer, urls });
  blocks(root.children, 2);

  function blocks(nodes: readonly RootContent[], gap: number): void {
    const shown = nodes.filter(({ type }) => type !== "definition");
    for (const [index, node] of shown.entries()) {
      const isBelow = isDiff(shown[index - 1], node, typed);
      // Code is not indented: a reader copies it.
      if (index > 0)
        writer.newLines(isBelow ? 1 : gap, {
          indented: node.type !== "code" && node.type !== "table",
        });
      const isSigned = isBelow || isDiff(node, shown[index + 1], typed);
      if (node.type === "list") list(node, isSigned ? typed(node).charAt(0) : "•");
      else block(node);
    }
  }

  function block(node: RootContent): void {
    switch (node.type) {
      case "paragraph":
        return phrases(node.children);
      case "heading":
        return writer.shown({ type: "bold" }, () => phrases(node.children));
      case "blockquote":
        return writer.shown({ type: "blockquote" }, () => quote(node.children));
      case "code":
        // Most often these were no marks of code, and there is only this to show.
        if (node.value.trim() === "" && node.lang) return writer.writeRaw(typed(node));
        return pre(node.value, node.lang);
      case "table":
        return table(node);
      case "thematicBreak":
        return writer.write("———");
      case "footnoteDefinition":
        writer.write(`[${node.label ?? node.identifier}] `);
        return blocks(node.children, 1);
      default:
        if ("children" in node) blocks(node.children, 1);
        else if ("value" in node) writer.write(node.value);
    }
  }

  function list({ children, ordered, start, spread }: List, bullet: string): void {
    let number = start ?? 1;
    for (const [index, item] of children.entries()) {
      if (index > 0) writer.newLines(spread ? 2 : 1);
      const [, digits, sign = "."] = /^(\d+)([.)])/.exec(typed(item)) ?? [];
      // Models count themselves, or write `1.` before each.
      if (index > 0) number = Math.max(number + 1, Number(digits ?? 0));
      const marker = ordered ? `${number}${sign} ` : `${bullet} `;
      const box = typeof item.checked !== "boolean" ? "" : item.checked ? "☑ " : "☐ ";
      const lead = box === "" ? marker : ordered ? marker + box : box;
      writer.write(lead);
      writer.indented(lead.length, () => blocks(item.children, item.spread ? 2 : 1));
    }
  }

  /** A quote; one that begins with `[!NOTE]` has a title. */
  function quote(children: readonly RootContent[]): void {
    const [first, ...others] = children;
    const [words, ...rest] = first?.type === "paragraph" ? first.children : [];
    const title = words?.type === "text" ? noteTitle.exec(words.value) : null;
    if (first?.type !== "paragraph" || words?.type !== "text" || !title) return blocks(children, 2);
    const [mark, name = ""] = title;
    const isAlone =
      words.value.length === mark.length && (rest.length === 0 || rest[0]?.type === "break");
    writer.shown({ type: "bold" }, () =>
      writer.write(name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()),
    );
    const value = words.value.slice(mark.length);
    if (!isAlone && !value.startsWith("\n")) writer.write(": ");
    blocks([{ ...first, children: [{ ...words, value }, ...rest] }, ...others], 2);
  }

  /** A block of even width, in which no link leads anywhere: the addresses stand below it. */
  function table({ children, align }: Table): void {
    const rows = children.map((row) => row.children.map(cellText));
    pre(alignTable(rows, align ?? []));
    const links = children.flatMap((row) =>
      row.children.flatMap((cell) => linksOf(cell, textOf, urls)),
    );
    const byUrl = new Map(links.map((link) => [link.url, link]));
    for (const { label, url } of byUrl.values()) {
      writer.newLines(1);
      writer.write(`${label}: ${url}`);
    }
  }

  function cellText(cell: TableCell): string {
    // A formula over several lines is none of several.
    const lines = textOf(cell).split("\n");
    return lines.map((line) => restore(line).replaceAll("\n", " ")).join("\n");
  }

  function pre(value: string, lang?: string | null): void {
    const language = lang?.trim().split(/\s/)[0];
    writer.shown({ type: "pre", ...(language ? { language } : {}) }, () => writer.writeRaw(value));
  }
}

/** A note as GitHub and others write it, with a sign that folds it. */
const noteTitle = /^\[!(\w+)\][+-]?[ \t]*/;
