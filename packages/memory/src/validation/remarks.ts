import type { RejectionReason } from "../summarizing.ts";
import { errorParts, errorStarts } from "./phrases/errors.ts";
import { anywhere, atStart, normalize } from "./phrases/phrases.ts";
import { firstPerson } from "./phrases/pronouns.ts";
import { interjections, reasoningParts, reasoningStarts } from "./phrases/reasoning.ts";
import { refusalParts, refusalStarts } from "./phrases/refusals.ts";
import { remarkParts, remarkStarts } from "./phrases/remarks.ts";
import type { Sentence } from "./sentences.ts";

const startsRemark = atStart(remarkStarts);
const kinds: readonly (readonly [RejectionReason, starts: RegExp, parts: RegExp])[] = [
  ["error_text", atStart(errorStarts), anywhere(errorParts)],
  ["reasoning", atStart(reasoningStarts), anywhere(reasoningParts)],
  ["meta", startsRemark, anywhere(remarkParts)],
  ["refusal", atStart(refusalStarts), anywhere(refusalParts)],
];
const isFirstPerson = anywhere(firstPerson);
const beginsInterjection = atStart(interjections);

/** Says why a sentence tells nothing about the person: a server, or the model about itself and its task. */
export function remarkIn({
  normalUnquoted,
  unquotedClauses,
  unquotedCased,
}: Sentence): RejectionReason | null {
  for (const [reason, starts, parts] of kinds)
    if (parts.test(normalUnquoted) || unquotedClauses.some((clause) => starts.test(clause)))
      return reason;
  if (beginsInterjection.test(normalUnquoted)) return "reasoning";
  return isFirstPerson.test(unquotedCased) ? "refusal" : null;
}

/** Whether a text that ends in a colon only leads to the summary. */
export const isLeadIn = (text: string): boolean => startsRemark.test(normalize(text).trim());
