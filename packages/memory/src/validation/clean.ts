const fence = /^```[\w-]*[ \t]*\n([\s\S]*?)\n?```$/u;
/** Matches one short first line that ends in a colon and speaks of the summary itself, or a title. */
const preamble =
  /^(?:(?:sure|certainly|of course|okay|ok)\b[^\n]{0,40}|here(?:'|’| i)s\b[^\n]{0,80}|below is\b[^\n]{0,80}|(?:\*\*|#+ *)?(?:(?:updated|new|rolling|the) )*summary(?:\*\*)?):(?:\*\*)?[ \t]*\n+(?=\S)/iu;
const label =
  /^(?:\*\*|#+ *)?(?:(?:updated|new|rolling) )*summary(?:\*\*)?:(?:\*\*)?[ \t]+(?=\S)/iu;
const heading = /^#+ *(?:(?:updated|new|rolling|the) )*summary[ \t]*\n+(?=\S)/iu;
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

/** Gives the summary without what models wrap around one; null when it is JSON where text was asked for. */
export function clean(text: string): string | null {
  const bare = text.trim();
  const opened = (fence.exec(bare)?.[1] ?? bare).trim();
  const plain = unwrapJson(opened.replace(preamble, "").trim());
  if (plain === null) return null;
  const unfenced = (fence.exec(plain)?.[1] ?? plain).trim();
  return unfenced.replace(preamble, "").replace(heading, "").replace(label, "").trim();
}
