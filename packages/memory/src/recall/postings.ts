import { counted, saturated, topWeight } from "./bm25.ts";

/**
 * A posting says that a message holds a term, in five printable characters: four are the number of the message, one is the
 * weight. A list of them is a text, which any client carries and every store can append to.
 *
 * A message is a unit: 2n is what the person said in turn n, 2n + 1 what was answered.
 */
export const postingLength = 5;
const numberLength = 4;

/** The digits stand in the order of their codes, so that numbers written with them compare like texts. */
export const digits = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
const bitsPerDigit = 6;
const levels = digits.length - 1;

const valueOf = new Uint8Array(128);
for (let at = 0; at < digits.length; at++) valueOf[digits.charCodeAt(at)] = at;

/** How many terms an average message has. It is fixed, so that no posting has ever to be written again. */
const averageLength = 12;
const b = 0.75;

/** Gives the weight of each term of a message, as one digit. */
export function weigh(terms: readonly string[]): ReadonlyMap<string, string> {
  const weights = new Map<string, string>();
  for (const [term, count] of counted(terms)) {
    const weight = saturated(count, { length: terms.length, average: averageLength, b });
    const level = Math.max(1, Math.round((weight / topWeight) * levels));
    weights.set(term, digits.charAt(level));
  }
  return weights;
}

/** Writes the number of a unit. */
export function encodeNumber(unit: number): string {
  let text = "";
  for (let shift = (numberLength - 1) * bitsPerDigit; shift >= 0; shift -= bitsPerDigit)
    text += digits.charAt((unit >> shift) & levels);
  return text;
}

const encoder = new TextEncoder();
/** A ranking reads thousands of postings, which is much faster from bytes than from a text. */
export const bytesOf = (list: string): Uint8Array => encoder.encode(list);

const digitAt = (list: Uint8Array, at: number): number => valueOf[list[at] ?? 0] ?? 0;

/** Reads the number of the unit whose posting stands there. */
export const unitAt = (list: Uint8Array, at: number): number =>
  (digitAt(list, at) << (3 * bitsPerDigit)) |
  (digitAt(list, at + 1) << (2 * bitsPerDigit)) |
  (digitAt(list, at + 2) << bitsPerDigit) |
  digitAt(list, at + 3);

/** Reads the weight of the posting that stands there. */
export const weightAt = (list: Uint8Array, at: number): number =>
  digitAt(list, at + numberLength) * (topWeight / levels);

/** Cuts off postings of units below `from`, and the oldest ones beyond `most`, however much of them the store still has. */
export const trimmed = (list: string, from: number, most: number): string =>
  list.slice(placeOf(list, from, Math.max(0, list.length - most * postingLength)));

/** Replaces the postings of both messages of a turn, whose first unit this is, by others; none erases them. */
export function insertPostings(list: string, unit: number, postings: string): string {
  const from = placeOf(list, unit);
  const to = placeOf(list, unit + 2);
  return list.slice(0, from) + postings + list.slice(to);
}

/** Where the first posting of this unit or a later one stands. */
function placeOf(list: string, unit: number, from = 0): number {
  const wanted = encodeNumber(unit);
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = low + Math.floor((high - low) / postingLength / 2) * postingLength;
    if (list.slice(middle, middle + numberLength) < wanted) low = middle + postingLength;
    else high = middle;
  }
  return low;
}
