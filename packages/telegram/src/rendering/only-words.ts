/**
 * What may be a mark of Markdown or of anything else that is read here: signs, white space other than single spaces and line
 * breaks, the beginning of an item of a list, an address.
 */
const mark = /[*_`~[\]{}<>#+=|\\$&@/^]|(?![\n ])[\p{C}\p{Z}]|^[ :-]| $|^\d{1,9}[.)]|www\.|\n{3}/imu;

/** Whether a text is nothing but words, so that it is shown as it stands: to find that out takes a hundredth of reading Markdown. */
export const isOnlyWords = (text: string): boolean => !mark.test(text) && text.trim() === text;
