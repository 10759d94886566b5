import { LlmError } from "../errors.ts";
import { isAboutThemselves, isStatement } from "./phrases.ts";
import type { Summarizer } from "../summarizer.ts";
import { countWords, firstWords } from "../words.ts";

/** How much is kept of one statement: a summary must not be a copy of the talk. */
const wordsPerStatement = 16;

/** What a summary must not carry into every later prompt: orders, links and secrets. A phrase a line. */
const unsafe = [
  // links and markup
  /https?:/iu,
  /www\./iu,
  /<\/?\w+>/iu,
  /\[\/?(?:inst|system)\]/iu,
  /<\|/u,
  // orders to forget orders
  /\b(?:ignore|disregard|forget|override|bypass)\b.*\b(?:instruction|previous|prior|above|earlier|system|existing|prompt|rule|context|message)/iu,
  /игнориру/iu,
  /забудь/iu,
  /ignora /iu,
  /ignore[sz] /iu,
  /ignorier/iu,
  /忽略/u,
  /无视/u,
  /無視/u,
  // orders to whoever reads the summary
  /\byou (?:must|should|shall|have to|need to|are (?:now|required)|will now|may not|can ?not)\b/iu,
  /\b(?:pretend|act as if|roleplay)\b/iu,
  /\b(?:the|this) (?:assistant|ai|model|bot|chatbot)\b/iu,
  /(?:^|[.!?:;,"“'(]|\s[-–—])\s*(?:please\s+)?(?:always|never|do not|don['’]t|from now on)\b/iu,
  /^\W*(?:system|developer|assistant|instructions?|note)\b[^.]*:/iu,
  /(?:всегда|никогда не) (?:отвечай|пиши|говори)/iu,
  /ты (?:должен|должна|обязан)/iu,
  /отныне/iu,
  /debes /iu,
  /du musst/iu,
  /tu dois/iu,
  /你必须/u,
  /你必須/u,
  /从现在/u,
  // secrets
  /\b(?:password|passcode|api key|secret|token)\b/iu,
  /парол/iu,
  /(?:\d[ -]?){9,}/u,
  // twelve words in a row, none of which joins others, open a wallet
  /(?<!\p{L})(?:(?!(?:the|and|for|her|his|she|they|are|was|has|had|who|with|from|that|not|but)\s)\p{Script=Latin}{3,9}\s){11}\p{Script=Latin}{3,9}(?!\p{L})/iu,
];
const isSafe = (text: string) => !unsafe.some((pattern) => pattern.test(text));

const oneLine = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
// Quotation marks and a date say in every language that these are the person's own words.
const lineOf = (atMs: number, statement: string) =>
  `${new Date(atMs).toISOString().slice(0, 10)}: “${statement}”`;
const noStatement = (turns: number) => `Of ${turns} messages there was nothing to remember.`;
// The end or the beginning of a line may be missing: who keeps a summary may cut it.
const ownLine = /^(?:\d{4}-\d\d-\d\d: “|Of \d+ messages there was nothing to remember|[^“”]*”$)/u;
/** What is the same but for its marks was said once: lines that differ in nothing else read like a model that is stuck. */
const keyOf = (statement: string) => {
  const letters = statement
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return letters === "" ? statement : letters;
};
const statementIn = (line: string) => /^\d{4}-\d\d-\d\d: “(.*)”$/u.exec(line)?.[1] ?? line;

/** Drops the oldest of the lines that say the least about the person, until the rest fits. */
function withinWords(lines: readonly string[], maxWords: number): readonly string[] {
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
 * Summarizes for the time without a model: keeps the beginnings of what the person stated, quoted and with dates,
 * within `maxWords`; the oldest goes first. Questions, requests and small talk are left out (unless there is nothing else), orders,
 * links and secrets always. Nothing is made up, and the same input gives the same text. Rejects only with `aborted`.
 *
 * It must follow only on its own texts, which `offline.wrote` recognizes: of others it would keep a few lines.
 */
export function offlineSummarizer(): Summarizer {
  return {
    offline: {
      wrote: (summary) => {
        const lines = summary.split("\n").map(oneLine).filter(Boolean);
        return lines.every((line) => ownLine.test(line));
      },
    },
    async summarize({ previous, turns, maxWords }, { signal } = {}) {
      if (signal?.aborted) throw new LlmError("aborted", "The call was aborted before it began.");
      const lines = (previous ?? "").split("\n").map(oneLine).filter(Boolean);
      const known = new Set(lines.map((line) => keyOf(statementIn(line))));
      const said = turns
        .map(({ user, atMs }) => ({ atMs, text: oneLine(user) }))
        .filter(({ text }) => text !== "" && isSafe(text));
      const stated = said.filter(({ text }) => isStatement(text));
      for (const { atMs, text } of lines.length + stated.length > 0 ? stated : said) {
        const statement = firstWords(text, wordsPerStatement);
        const key = keyOf(statement);
        if (known.has(key)) continue;
        known.add(key);
        lines.push(lineOf(atMs, statement));
      }
      return {
        text: withinWords(lines, maxWords).join("\n") || noStatement(turns.length),
      };
    },
  };
}
