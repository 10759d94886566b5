import { maxTextLength, splitFormatted } from "./rendering/split-formatted.ts";

/** `splitFormatted` for a text that is plain. */
export const splitText = (text: string, limit = maxTextLength): string[] =>
  splitFormatted({ text, entities: [] }, limit).map((part) => part.text);
