import { maxTextLength, splitFormatted } from "./rendering/split-formatted.ts";

/**
 * Cuts a plain text into messages of at most `limit` UTF-16 units, as `splitFormatted` does. Throws `invalid_argument` for
 * a limit below 2.
 */
export const splitText = (text: string, limit = maxTextLength): string[] =>
  splitFormatted({ text, entities: [] }, limit).map((part) => part.text);
