import type { RejectionReason } from "../summarizing.ts";
import type { SummarizeInput } from "../summarizer.ts";
import { clean } from "./clean.ts";
import { cutFaults } from "./cut.ts";
import { isData } from "./data-shape.ts";
import { factsOf, joined } from "./facts.ts";
import { linksOf } from "./links.ts";
import { isEmpty } from "./nothing.ts";
import { isEcho, isRepetitive } from "./overlap.ts";
import { isWrongScript } from "./script.ts";
import { isShrunk } from "./shrink.ts";
import { termsSaid } from "./terms.ts";
import { verbatimOf } from "./told.ts";
import { isUnrelated } from "./unrelated.ts";
import { cutAtSentence } from "./words.ts";

/** What validation makes of a text: the summary to keep, or why there is none. */
export type ValidationResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reasons: readonly RejectionReason[] };

/** Longer words than this belong to no summary; a runaway answer must not cost seconds. */
const maxCharsPerWord = 60;

const rejected = (...reasons: readonly RejectionReason[]): ValidationResult => ({
  ok: false,
  reasons,
});

/**
 * Decides whether a text may become what is remembered. Sentences that are none of a summary are cut out; when what is
 * left is no summary, the text is rejected. Too long is cut at a sentence; too short is fine, nothing is padded.
 */
export function validateSummary(raw: string, input: SummarizeInput): ValidationResult {
  const { previous, turns, maxWords } = input;
  // The halves of a cut surrogate pair would travel on for ever.
  const text = clean(raw.slice(0, maxWords * maxCharsPerWord))?.toWellFormed() ?? null;
  if (text === null) return rejected("json");
  if (isEmpty(text)) return rejected("empty");

  const said = turns.map(({ user }) => user).join("\n");
  const transcript = turns.flatMap(({ user, assistant }) => [user, assistant]);
  const all = [previous ?? "", ...transcript];
  const before = factsOf(previous ?? "");
  const known = joined([before, ...transcript.map(factsOf)]);
  const told = factsOf(text);
  const given = [previous ?? "", said].join("\n");
  const cut = cutFaults(
    { text, facts: told },
    { known, terms: termsSaid(all) },
    { links: linksOf(given), texts: given, verbatim: verbatimOf(given) },
  );
  const whole: readonly (readonly [RejectionReason, boolean])[] = [
    ["json", isData(text)],
    ["echo", isEcho(text, transcript)],
    ["repetition", isRepetitive(text)],
  ];
  const seen = whole.filter(([, failed]) => failed).map(([reason]) => reason);
  if (cut.text === null || seen.length > 0)
    return rejected(...seen, ...(cut.text === null ? cut.reasons : []));

  const facts = cut.text === text ? told : factsOf(cut.text);
  const foreign = isWrongScript(cut.text, said, previous);
  const checks: readonly (readonly [RejectionReason, boolean])[] = [
    ["wrong_script", foreign],
    // Words in two scripts have nothing in common, whoever they are about.
    ["unrelated", !foreign && isUnrelated(cut.text, facts, known)],
    ["shrunk", isShrunk(cut.text, facts, { previous, before, said })],
  ];
  const reasons = checks.filter(([, failed]) => failed).map(([reason]) => reason);
  return reasons.length > 0
    ? rejected(...reasons)
    : { ok: true, text: cutAtSentence(cut.text, maxWords) };
}
