import type { RejectionReason } from "../summarizing.ts";
import { hasForeignLink } from "./links.ts";
import { isAttackIn, isOrderIn } from "./orders.ts";
import { remarkIn } from "./remarks.ts";
import { hasSecret } from "./secrets.ts";
import type { Sentence } from "./sentences.ts";
import { isTemplateIn } from "./template.ts";

/** What is wrong with a sentence. An attack makes all that stands beside it suspect, too. */
export interface Fault {
  readonly reason: RejectionReason;
  readonly attack: boolean;
}

/** What the person gave: the links, and the texts in which brackets may stand. */
export interface Given {
  readonly links: ReadonlySet<string>;
  readonly texts: string;
}

/** Says what is wrong with a sentence, or that nothing can be seen. */
export function faultIn(sentence: Sentence, { links, texts }: Given): Fault | null {
  if (!/[\p{L}\p{N}]/u.test(sentence.text)) return null;
  if (isAttackIn(sentence)) return { reason: "instruction", attack: true };
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
