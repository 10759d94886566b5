import type { RejectionReason } from "../memory.ts";
import type { SummarizeInput } from "../summarizer.ts";
import { clean } from "./clean.ts";
import { hasForeignUrl } from "./foreign-url.ts";
import { hasInstruction } from "./instructions.ts";
import { isEmpty, isErrorText, isRefusal } from "./no-summary.ts";
import { isEcho, isRepetitive } from "./overlap.ts";
import { isWrongScript } from "./script.ts";
import { isShrunk } from "./shrink.ts";
import { cutAtSentence } from "./words.ts";

/** What validation makes of a text: the summary to keep, or why there is none. */
export type ValidationResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reasons: readonly RejectionReason[] };

/** Longer words than this belong to no summary; a runaway answer must not cost seconds. */
const maxCharsPerWord = 60;

/**
 * Decides whether a text may become what is remembered. Too long is cut at a sentence; too short is fine, nothing is
 * padded.
 */
export function validateSummary(raw: string, input: SummarizeInput): ValidationResult {
  const { previous, turns, maxWords } = input;
  // The halves of a cut surrogate pair would travel on for ever.
  const text = clean(raw.slice(0, maxWords * maxCharsPerWord))?.toWellFormed() ?? null;
  if (text === null) return { ok: false, reasons: ["json"] };
  if (isEmpty(text)) return { ok: false, reasons: ["empty"] };

  const said = turns.map(({ user }) => user);
  const transcript = turns.flatMap(({ user, assistant }) => [user, assistant]);
  const checks: readonly (readonly [RejectionReason, boolean])[] = [
    ["error_text", isErrorText(text)],
    ["refusal", isRefusal(text)],
    ["echo", isEcho(text, transcript)],
    ["repetition", isRepetitive(text)],
    ["instruction", hasInstruction(text)],
    ["foreign_url", hasForeignUrl(text, [previous ?? "", ...transcript].join("\n"))],
    ["wrong_script", isWrongScript(text, said.join("\n"), previous)],
    ["shrunk", isShrunk(text, previous)],
  ];
  const reasons = checks.filter(([, failed]) => failed).map(([reason]) => reason);
  return reasons.length > 0
    ? { ok: false, reasons }
    : { ok: true, text: cutAtSentence(text, maxWords) };
}
