import { nothing } from "./phrases/nothing.ts";
import { normalize, sourceOf } from "./phrases/phrases.ts";

const isNothing = new RegExp(String.raw`^[^\p{L}\p{N}]*${sourceOf(nothing)}[^\p{L}\p{N}]*$`, "u");

/** Whether a text states nothing about anybody. */
export const isEmpty = (text: string): boolean =>
  !/\p{L}/u.test(text) || isNothing.test(normalize(text).trim());
