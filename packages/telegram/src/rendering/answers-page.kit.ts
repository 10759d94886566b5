import { readFileSync } from "node:fs";
import type { Entity, Formatted } from "./entity.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { splitFormatted } from "./split-formatted.ts";

/** Answers as models write them, each below a line `=== what it is`. */
const answers = readFileSync(new URL("model-answers.kit.txt", import.meta.url), "utf8")
  .split(/^=== (.*)\n/m)
  .slice(1);

/** A page that shows each answer as it was written, and as Telegram shows it. */
export function answersPage(): string {
  const rows = Array.from({ length: answers.length / 2 }, (_, index) => {
    const markdown = (answers[2 * index + 1] ?? "").replace(/\n+$/, "");
    const messages = splitFormatted(renderMarkdown(markdown)).map(
      (message) => `<div class="message">${htmlOf(message)}</div>`,
    );
    return `<section><h2>${index + 1}. ${escaped(answers[2 * index] ?? "")}</h2>
<pre class="written">${escaped(markdown)}</pre>
<div class="chat">${messages.join("\n")}</div></section>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Answers as Telegram shows them</title>
<style>
body { font: 15px/1.35 system-ui, sans-serif; margin: 1rem auto; max-width: 1100px; padding: 0 1rem; }
section { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; margin-bottom: 1.5rem; align-items: start; }
h2 { font-size: 1rem; grid-column: 1 / 3; margin: 0 0 0.3rem; }
.written, .message { unicode-bidi: plaintext; }
.written { background: #f4f4f4; margin: 0; padding: 0.6rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; }
.chat { background: #d6e4d0; padding: 0.6rem; }
.message { background: #fff; border-radius: 10px; padding: 0.5rem 0.7rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.message + .message { margin-top: 0.4rem; }
.message blockquote { display: inline-block; border-left: 3px solid #3390ec; background: #eef5fd; margin: 0; padding: 0.1rem 0.5rem; }
.message code, .message pre { font-family: ui-monospace, monospace; font-size: 13px; background: #f1f1f1; color: #8a3ab9; }
.message pre { display: inline-block; margin: 0; padding: 0.3rem 0.5rem; overflow-x: auto; max-width: 100%; white-space: pre; color: #222; }
.spoiler { background: #bbb; }
</style>
<h1>Answers as Telegram shows them</h1>
<p>Left what a model wrote, right what a reader sees. Grey on white is a spoiler. Made by
<code>pnpm exec vitest run --project telegram answers-page -u</code>.</p>
${rows.join("\n")}
</html>
`;
}

function htmlOf({ text, entities }: Formatted): string {
  const marks = entities.flatMap((entity, order) => {
    const [open, close] = tagsOf(entity);
    return [
      { at: entity.offset, isEnd: false, order, tag: open },
      { at: entity.offset + entity.length, isEnd: true, order: -order, tag: close },
    ];
  });
  let html = "";
  let at = 0;
  for (const mark of marks.toSorted(
    (a, b) => a.at - b.at || Number(b.isEnd) - Number(a.isEnd) || a.order - b.order,
  )) {
    html += escaped(text.slice(at, mark.at)) + mark.tag;
    at = mark.at;
  }
  return html + escaped(text.slice(at));
}

const tags = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
};

function tagsOf(entity: Entity): [string, string] {
  if (entity.type === "link") return [`<a href="${escaped(entity.url)}">`, "</a>"];
  if (entity.type === "spoiler") return ['<span class="spoiler">', "</span>"];
  if (entity.type === "pre") return [`<pre title="${escaped(entity.language ?? "")}">`, "</pre>"];
  return [`<${tags[entity.type]}>`, `</${tags[entity.type]}>`];
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
