import { LlmError } from "../errors.ts";
import { isAboutThemselves, isStatement } from "./phrases.ts";
import type { Summarizer } from "../summarizer.ts";
import { countWords, firstWords } from "../words.ts";

export interface OfflineSummarizerOptions {
  /** Words kept of one statement. @default 16 */
  readonly wordsPerStatement?: number;
}

/** A summary must not carry orders, links or secrets into every later prompt. */
const unfit = [
  /https?:|www\.|<\/?\w+>|\[\/?(inst|system)\]|<\|/iu,
  /\b(ignore|disregard|forget|override|bypass)\b.*\b(instruction|previous|prior|above|earlier|system|existing|prompt|rule|context|message)|игнориру|забудь/iu,
  /\byou (must|should|shall|have to|need to|are (now|required)|will now|may not|can ?not)\b|\b(pretend|act as if|roleplay)\b|\b(the|this) (assistant|ai|model|bot|chatbot)\b/iu,
  /(^|[.!?:;,"“'(]|\s[-–—])\s*(please\s+)?(always|never|do not|don['’]t|from now on)\b|^\W*(system|developer|assistant|instructions?|note)\b[^.]*:/iu,
  /(всегда|никогда не) (отвечай|пиши|говори)|ты (должен|должна|обязан)|отныне|debes |du musst|tu dois|ignora |ignore[sz] |ignorier|你必须|你必須|从现在|忽略|无视|無視|指示を無視/iu,
  /\b(password|passcode|api key|secret|token)\b|парол|(\d[ -]?){9,}/iu,
];
const isFit = (text: string) => !unfit.some((pattern) => pattern.test(text));

const oneLine = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
// Quotation marks and a date say in every language that these are the person's own words.
const lineOf = (atMs: number, statement: string) =>
  `${new Date(atMs).toISOString().slice(0, 10)}: “${statement}”`;
const statementIn = (line: string) =>
  (/^\d{4}-\d\d-\d\d: “(.*)”$/u.exec(line)?.[1] ?? line).toLowerCase();

/** Drops the oldest of the lines that say the least about the person, until the rest fits. */
function fit(lines: readonly string[], maxWords: number): readonly string[] {
  const kept = [...lines];
  const words = kept.map((line) => countWords(line));
  let total = words.reduce((sum, count) => sum + count, 0);
  while (total > maxWords && kept.length > 0) {
    const least = kept.findIndex((line) => !isAboutThemselves(line));
    const at = Math.max(0, least);
    total -= words[at] ?? 0;
    kept.splice(at, 1);
    words.splice(at, 1);
  }
  return kept;
}

/**
 * A summarizer for the time without a model: keeps the beginnings of what the person stated, quoted and with dates,
 * within `maxWords`; the oldest goes first. Questions, requests and small talk are left out (unless there is nothing else), orders,
 * links and secrets always. Nothing is made up, and the same input gives the same text. Rejects only with `aborted`.
 */
export function offlineSummarizer({
  wordsPerStatement = 16,
}: OfflineSummarizerOptions = {}): Summarizer {
  return {
    async summarize({ previous, turns, maxWords }, { signal } = {}) {
      if (signal?.aborted) throw new LlmError("aborted", "The call was aborted before it began.");
      const lines = (previous ?? "").split("\n").map(oneLine).filter(Boolean);
      const known = new Set(lines.map(statementIn));
      const said = turns
        .map(({ user, atMs }) => ({ atMs, text: oneLine(user) }))
        .filter(({ text }) => text !== "" && isFit(text));
      const stated = said.filter(({ text }) => isStatement(text));
      for (const { atMs, text } of lines.length + stated.length > 0 ? stated : said) {
        const statement = firstWords(text, wordsPerStatement);
        if (known.has(statement.toLowerCase())) continue;
        known.add(statement.toLowerCase());
        lines.push(lineOf(atMs, statement));
      }
      return {
        text:
          fit(lines, maxWords).join("\n") ||
          `Of ${turns.length} messages there was nothing to remember.`,
      };
    },
  };
}
