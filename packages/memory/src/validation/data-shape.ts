import { withoutTypographicQuotations } from "./quotations.ts";

/** The keys of the question that a summarizer is asked: whoever repeats them repeats the question. */
const ownKeys = /\b(?:previous_summary|target_words|max_words|time_zone)\b/u;
const begins = /^[[{<]/u;
const keyAndValue = /["'“][\p{L}_][\p{L}\p{N}_ -]{0,40}["'”]\s*:\s*(?:["'“[{\d]|true|false|null)/u;
/** An object without quotation marks, anywhere in a text: "{ user: anna }". */
const bareObject = /\{\s*[\p{L}_][\p{L}\p{N}_-]{0,40}\s*[:=][^{}\n]{0,200}\}/u;
const tags = /<[/!?]?[\p{L}_|][^<>\n]{0,200}>/gu;
const oddTag = /<[/!?]?\w*(?:[_=|]|call|function|tool|think)|<\/?[\p{L}_][\w:-]*$|<\|/u;
const call = /(?:^|[\s.])[a-z]\w*(?:[._]\w+)+\(\s*[{"'[]|\btool_calls?\b|\bfunction_call\b/u;
const code =
  /^\s*(?:(?:const|let|var|function|def|import|return|class)\s.*[;{:(]|[}\])]+[;,]?|[\w.]+\(.*\);?)\s*$/gmu;
const yamlLine = /^\s*(?:-\s+)?[a-z][a-z0-9_]*:(?:\s|$)/gmu;
const yamlRun = /(?:^\s*(?:-\s+)?[a-z][a-z0-9_]*:\s.{0,80}$\n?){2}/mu;
const tableRule = /^\s*\|?\s*:?-{3,}:?\s*\|/mu;

/** One pair of tags is harmless, because prompts escape it; more of them are markup. */
const isMarkup = (text: string): boolean =>
  oddTag.test(text) || (text.match(tags) ?? []).length > 2;

/** Whether a text is data, markup, code or a call of a tool, whole or cut, where plain text was asked for. */
export function isData(written: string): boolean {
  const text = withoutTypographicQuotations(written);
  // A text that begins with a bracket may be a list of words; the rules for templates read it.
  if (begins.test(text) && !/^\[[^\]{}"\n]*\]/u.test(text)) return true;
  if (ownKeys.test(written) || keyAndValue.test(text) || isMarkup(text) || call.test(text))
    return true;
  if (yamlRun.test(text) || bareObject.test(text)) return true;
  const lines = text.split("\n").filter((line) => line.trim() !== "").length;
  const yaml = (text.match(yamlLine) ?? []).length;
  return (
    (yaml >= 2 && yaml * 2 >= lines) || (text.match(code) ?? []).length >= 2 || tableRule.test(text)
  );
}
