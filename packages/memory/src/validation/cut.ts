import type { RejectionReason } from "../summarizing.ts";
import { countIn, type Facts, factsOf } from "./facts.ts";
import { type Fault, faultIn, type Given } from "./faults.ts";
import { isLeadIn } from "./remarks.ts";
import { readSentences, type Sentence } from "./sentences.ts";
import type { SaidTerms } from "./terms.ts";
import { isUngrounded } from "./ungrounded.ts";
import { isFamiliar, isStrange } from "./unrelated.ts";
import { countWords } from "./words.ts";

/** What is left of a text, and why the rest went. `text` is null when nothing is left to keep. */
export interface CutText {
  readonly text: string | null;
  readonly reasons: readonly RejectionReason[];
}

/** More orders than this share of the words are no slip of a model: the text was written to be one. */
const mostOrders = 0.25;
/** Less than this share of the words is no summary. */
const leastKept = 0.25;
/** A text with something wrong in it, of which less than this was said, is no summary with a slip in it. */
const leastSaid = 0.25;
/** A sentence of which no more than this was said goes along with one that goes beside it. */
const hardlySaid = 0.15;

interface Read {
  readonly sentence: Sentence;
  /** What the sentence tells. */
  readonly facts: Facts;
  readonly fault: Fault | null;
}

/** Whether a sentence has a name, a number or a word in common with what was said. */
function isAnchored({ facts: { names, words } }: Read, known: Facts): boolean {
  return known.words.size === 0 || countIn(names, known) > 0 || countIn(words, known) > 0;
}

/** The share of what sentences tell that was said. */
function shareSaid(read: readonly Read[], known: Facts): number {
  const told = new Set(read.flatMap(({ facts: { names, words } }) => [...names, ...words]));
  return known.words.size === 0 || told.size === 0 ? 1 : countIn(told, known) / told.size;
}

/** Marks what goes: each sentence with a fault, and what stands beside it and is about hardly anything that was said. */
function markCuts(read: readonly Read[], known: Facts): readonly boolean[] {
  const cut = read.map(({ fault }) => fault !== null);
  const spread = (at: number, from: number): void => {
    const one = read[at];
    if (one === undefined || cut[at] || !cut[from]) return;
    if (!isAnchored(one, known) || shareSaid([one], known) <= hardlySaid) cut[at] = true;
  };
  for (let at = 1; at < read.length; at++) spread(at, at - 1);
  for (let at = read.length - 2; at >= 0; at--) spread(at, at + 1);
  return cut;
}

/** What was said, as sentences are held against it. */
export interface Said {
  readonly known: Facts;
  readonly terms: SaidTerms;
}

/** Cuts the sentences that are none of a summary, and gives nothing when what is left is none either. */
export function cutFaults(
  { text, facts: told }: { readonly text: string; readonly facts: Facts },
  { known, terms }: Said,
  given: Given,
): CutText {
  const familiar = isFamiliar(told, known);
  const read = readSentences(text, isLeadIn).map((sentence): Read => {
    const facts = factsOf(sentence.text);
    const fault = faultIn(sentence, given);
    if (fault !== null) return { sentence, facts, fault };
    const unrelated =
      (familiar && isStrange(sentence.text, facts, known)) ||
      isUngrounded(sentence, facts, { known, terms });
    return { sentence, facts, fault: unrelated ? { reason: "unrelated", attack: false } : null };
  });
  const faults = read.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  const reasons = [...new Set(faults.map(({ reason }) => reason))];
  if (faults.length === 0) return { text, reasons };
  if (faults.some(({ attack }) => attack)) return { text: null, reasons };
  if (shareSaid(read, known) < leastSaid) return { text: null, reasons };

  const all = countWords(text);
  const orders = read.filter(({ fault }) => fault?.reason === "instruction");
  const ordered = orders.reduce((sum, { sentence }) => sum + countWords(sentence.text), 0);
  if (ordered > all * mostOrders) return { text: null, reasons };

  const cut = markCuts(read, known);
  const kept = read.filter((_, at) => !cut[at]);
  const rest = kept
    .map(({ sentence }) => sentence.text)
    .join("")
    .replace(/^[\s\-–—•*"'”»]+$/gmu, "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
  const stands =
    /\p{L}/u.test(rest) &&
    countWords(rest) >= all * leastKept &&
    kept.some((one) => isAnchored(one, known)) &&
    // What was cut may have kept two halves of a fault apart.
    readSentences(rest, isLeadIn).every((sentence) => faultIn(sentence, given) === null);
  return { text: stands ? rest : null, reasons };
}
