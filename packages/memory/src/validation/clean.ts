import { summaryWords } from "./phrases/labels.ts";
import { sourceOf } from "./phrases/phrases.ts";
import { withoutThinking } from "./thinking.ts";

const fence = /^```[\w-]*[ \t]*\n([\s\S]*?)\n?```$/u;
const fenceMark = /^[ \t]*(?:`{3,}|~{3,})[ \t]*[\w-]*[ \t]*$|`{3,}/gmu;
/** Tags that models put around a whole answer. */
const envelope =
  /^<(summary|output|answer|result|response|final|text|memory|final_answer)>([\s\S]*)<\/\1>$/iu;
/** Matches one short first line that ends in a colon and speaks of the summary itself, or a title. */
const preamble =
  /^(?:(?:sure|certainly|of course|okay|ok)\b[^\n]{0,40}|here(?:'|’| i)s\b[^\n]{0,80}|below is\b[^\n]{0,80}):(?:\*\*)?[ \t]*\n+(?=\S)/iu;
const label = new RegExp(
  String.raw`^(?:\*\*|#+ *|【|\[)?${sourceOf(summaryWords)}(?:\*\*|】|\])?(?:[ \t]?[:：](?:\*\*)?[ \t]*\n*|[ \t]*\n+)(?=\S)`,
  "iu",
);
const textKeys = ["summary", "text", "content", "result", "output"];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Gives the text inside `{"summary": "…"}` or `"…"`; null when it is JSON of another shape. */
function unwrapJson(text: string): string | null {
  const value = /^[{["]/u.test(text) ? parse(text) : undefined;
  if (value === undefined) return text;
  if (typeof value === "string") return value.trim();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const strings = Object.entries(value).filter(([key]) => textKeys.includes(key.toLowerCase()));
  const [only] = strings;
  return strings.length === 1 && typeof only?.[1] === "string" ? only[1].trim() : null;
}

const bare = (text: string): string => {
  const opened = (fence.exec(text)?.[1] ?? text).trim();
  return (envelope.exec(opened)?.[2] ?? opened).replace(preamble, "").trim();
};

/** Gives the summary without what models wrap around one; null when it is JSON where text was asked for. */
export function clean(text: string): string | null {
  const plain = unwrapJson(bare(withoutThinking(text)));
  if (plain === null) return null;
  return bare(withoutThinking(plain)).replace(fenceMark, "").replace(label, "").trim();
}
