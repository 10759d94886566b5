/** Marks that only decorate: accents, Arabic vowel signs, Hebrew points. Those of Indic scripts are letters, and stay. */
const decoration = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/gu;

/** Whether a text holds no letters but those of English. */
export const isAscii = (text: string): boolean => !/[^\0-\x7F]/u.test(text);

/** Makes the same of spellings that people do not tell apart: in lower case, without accents. */
export const fold = (text: string): string => (isAscii(text) ? text.toLowerCase() : folded(text));

const folded = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(decoration, "")
    .normalize("NFC")
    .replaceAll("ß", "ss");
