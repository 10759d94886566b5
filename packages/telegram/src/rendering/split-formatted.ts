import { invalidArgument } from "../errors.ts";
import type { Formatted } from "./entity.ts";
import { graphemeBorder } from "./grapheme.ts";
import { slice } from "./slice.ts";

/** How long one message may be for Telegram, in UTF-16 units: the `length` of a string. */
export const maxTextLength = 4_096;

/** How many entities one message may have for Telegram, as far as is known. */
const maxEntities = 100;

/**
 * Cuts a text into messages, at the last paragraph, line or word that fits, else in the middle of one. A style goes on in
 * the next message. White space around a cut is dropped, nothing else; no part is empty, and none ends in half of what a
 * reader sees as one character, but where that is longer than a message.
 * White space alone gives no part. Throws `invalid_argument` for a limit below 2.
 */
export function splitFormatted(formatted: Formatted, limit = maxTextLength): Formatted[] {
  if (limit < 2) throw invalidArgument(`Expected \`limit\` to be at least 2, got \`${limit}\`.`);
  const parts: Formatted[] = [];
  let rest = slice(formatted, 0);
  while (rest.text !== "") {
    const reach = Math.min(limit, reachOf(rest));
    const at = rest.text.length <= reach ? rest.text.length : cutAt(rest.text, reach);
    const { text, entities } = slice(rest, 0, at);
    if (text !== "") parts.push({ text, entities: entities.slice(0, maxEntities) });
    rest = slice(rest, at);
  }
  return parts;
}

/** How far a part can go until it has all the styles that it may have. */
function reachOf({ entities }: Formatted): number {
  const reach = entities[maxEntities]?.offset ?? Number.POSITIVE_INFINITY;
  // So many styles on a few characters: then it is the styles that have to give way.
  return reach < maxEntities ? Number.POSITIVE_INFINITY : reach;
}

function cutAt(text: string, limit: number): number {
  // A break in the first half would leave a short part for no reason.
  const half = limit / 2;
  for (const border of ["\n\n", "\n", " "]) {
    const at = text.lastIndexOf(border, limit);
    // A mark that belongs to the white space before it would be torn off.
    if (at > half && graphemeBorder(text, at + border.length) === at + border.length) return at;
  }
  return graphemeBorder(text, limit);
}
