import { formerly, handling, occasions, selfReferences } from "./phrases/handling.ts";
import { wishes } from "./phrases/orders/assistant.ts";
import { anywhere } from "./phrases/phrases.ts";
import type { Sentence } from "./sentences.ts";

const occasion = anywhere(occasions);
const handled = anywhere(handling);
const isWish = anywhere(wishes);
const namesItself = anywhere(selfReferences);
const isFormer = anywhere(formerly);

/** Whether the person wants it. "Whenever she asks" is no wish, and so does not count. */
const isWished = (normal: string): boolean =>
  isWish.test(normal.replace(occasion, " ").replace(handled, " "));

/**
 * Whether a sentence settles what is done with what a person says: in the passive, by "one", or by nobody, and on an
 * occasion or, where hardly a word of it was said, whenever it may be.
 */
export function handles({ normalUnquoted: normal }: Sentence, alone: boolean): boolean {
  if (!handled.test(normal) || !(alone || occasion.test(normal))) return false;
  return !isWished(normal);
}

/** Whether a sentence speaks of the text that it stands in. */
export const isAboutItself = ({ normalUnquoted }: Sentence): boolean =>
  namesItself.test(normalUnquoted);

/** Whether a sentence tells of what held before. */
export const isAboutFormer = ({ normalUnquoted }: Sentence): boolean =>
  isFormer.test(normalUnquoted);
