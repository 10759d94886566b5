import { LlmError } from "./errors.ts";
import type { Summarizer } from "./summarizer.ts";
import { countWords, firstWords } from "./words.ts";

export interface OfflineSummarizerOptions {
  /** Words kept of one statement. @default 16 */
  readonly wordsPerStatement?: number;
}

const heading = "What the person said, oldest first, in their own words:";
const aboutThemselves =
  /\b(i|i['’]m|my|mine|me|we|our)\b|(?<![\p{L}])(я|мой|моя|мои|меня|мне|мы|наш)(?![\p{L}])/iu;
const smallTalk =
  /^\W*(hi|hey|hello|thanks?( you)?|ok(ay)?|yes|no|bye|good (morning|evening|night)|привет|спасибо|да|нет|ок)\W*$/iu;
const asks = /[?？؟]\s*$/u;
/** A summary must not carry orders, links or secrets into every later prompt. */
const unfit =
  /https?:|www\.|\b(ignore|disregard|forget)\b.*\b(instruction|previous|above|prompt|rule)|\b(system prompt|you (must|are now|should|shall)|password|passcode|api key|secret|token)\b|(?:\d[ -]?){9,}/iu;

const oneLine = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
const day = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);
const statementOf = (line: string) => line.replace(/^- \d{4}-\d\d-\d\d: /u, "").toLowerCase();

/** Drops the oldest of the lines that say the least about the person, until the rest fits. */
function fit(lines: readonly string[], maxWords: number): readonly string[] {
  const kept = [...lines];
  const words = kept.map((line) => countWords(line));
  let total = words.reduce((sum, count) => sum + count, 0);
  while (total > maxWords && kept.length > 0) {
    const least = kept.findIndex((line) => !aboutThemselves.test(line));
    const at = Math.max(0, least);
    total -= words[at] ?? 0;
    kept.splice(at, 1);
    words.splice(at, 1);
  }
  return kept;
}

/**
 * A summarizer for the time without a model: keeps the beginnings of what the person stated, with dates, within
 * `maxWords`; the oldest goes first. Questions, small talk, orders, links and secrets are left out. Nothing is made up,
 * and the same input gives the same text. Rejects only with `aborted`.
 */
export function offlineSummarizer({
  wordsPerStatement = 16,
}: OfflineSummarizerOptions = {}): Summarizer {
  return {
    async summarize({ previous, turns, maxWords }, { signal } = {}) {
      if (signal?.aborted) throw new LlmError("aborted", "The call was aborted before it began.");
      const lines = (previous ?? "")
        .split("\n")
        .map(oneLine)
        .filter((line) => line !== "" && line !== heading);
      const known = new Set(lines.map(statementOf));
      for (const { user, atMs } of turns) {
        const said = oneLine(user);
        if (said === "" || asks.test(said) || smallTalk.test(said) || unfit.test(said)) continue;
        const statement = firstWords(said, wordsPerStatement);
        if (known.has(statement.toLowerCase())) continue;
        known.add(statement.toLowerCase());
        lines.push(`- ${day(atMs)}: ${statement}`);
      }
      const kept = fit(lines, maxWords - countWords(heading));
      if (kept.length > 0) return { text: [heading, ...kept].join("\n") };
      // Nothing was stated: the summary so far stays as it is, and a first one says just that.
      return {
        text:
          previous ??
          `So far the person has only greeted or asked (${turns.length} messages), and stated nothing to remember.`,
      };
    },
  };
}
