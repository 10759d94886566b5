import type { RejectionReason } from "../summarizing.ts";
import { hasForeignLink } from "./links.ts";
import { isAttackIn, isOrderIn } from "./orders.ts";
import { isLeadIn, remarkIn } from "./remarks.ts";
import { hasSecret } from "./secrets.ts";
import { readSentences, type Sentence, without } from "./sentences.ts";
import { isTemplateIn } from "./template.ts";
import { isToldOf, type Verbatim } from "./told.ts";

/** What is wrong with a sentence. An attack makes all that stands beside it suspect, too. */
export interface Fault {
  readonly reason: RejectionReason;
  readonly attack: boolean;
}

/** What the person gave: the links, and the texts in which brackets may stand. */
export interface Given {
  readonly links: ReadonlySet<string>;
  readonly texts: string;
  readonly verbatim: Verbatim;
}

function seenIn(sentence: Sentence, { links, texts, verbatim }: Given): Fault | null {
  if (!/[\p{L}\p{N}]/u.test(sentence.text)) return null;
  if (isAttackIn(sentence, verbatim)) return { reason: "instruction", attack: true };
  const remark = remarkIn(sentence);
  if (remark !== null) return { reason: remark, attack: false };
  const reason: RejectionReason | null = hasSecret(sentence.text)
    ? "secret"
    : hasForeignLink(sentence.text, links)
      ? "foreign_url"
      : isTemplateIn(sentence.unquoted, texts)
        ? "template"
        : isOrderIn(sentence)
          ? "instruction"
          : null;
  return reason === null ? null : { reason, attack: false };
}

/** Whether an order stands inside of quotation marks alone, and not with words on both sides of them. */
const isWrongAlone = (words: string, { verbatim }: Given): boolean =>
  readSentences(words, isLeadIn).some((one) => isAttackIn(one, verbatim) || isOrderIn(one));

/**
 * Says what is wrong with a sentence, or that nothing can be seen. What would be an order is none where it stands in
 * quotation marks in a sentence that tells of it, and is what the person said, word for word.
 */
export function faultIn(sentence: Sentence, given: Given): Fault | null {
  const fault = seenIn(sentence, given);
  if (fault?.reason !== "instruction") return fault;
  const told = sentence.quotations.filter(
    (quotation) => isToldOf(quotation, given.verbatim) && isWrongAlone(quotation.words, given),
  );
  return told.length === 0 ? fault : seenIn(without(sentence, told), given);
}
