import type { Citation } from "@tgmem/llm";
import type { Texts } from "@tgmem/texts";

/** An answer of a model, and the pages that it draws on. */
export interface Cited {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** Longer lists are longer than their answer. */
const most = 10;
const maxNameChars = 80;

/**
 * Gives what stands below an answer: the pages that it draws on, as links in Markdown. Pages that the answer names itself
 * are left out, and another answer than the one that cites, such as an older one, has none.
 */
export function sourcesOf(
  answer: string,
  cited: Cited | undefined,
  { sources }: Pick<Texts, "sources">,
): readonly string[] {
  if (cited?.text !== answer) return [];
  const pages = cited.citations
    .filter(({ url }) => !answer.includes(url.replace(/\/$/u, "")))
    .slice(0, most);
  return pages.length === 0 ? [] : [[sources, ...pages.map(linkTo)].join("\n")];
}

const linkTo = (page: Citation, at: number) => `${at + 1}. [${nameOf(page)}](${addressOf(page)})`;

// What people write into titles must neither end the link nor be markup.
const nameOf = ({ url, title = new URL(url).hostname }: Citation): string => {
  const name = title
    .replaceAll(/[\\`*_~|<>[\]$#!]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  return [...segmenter.segment(name === "" ? new URL(url).hostname : name)]
    .slice(0, maxNameChars)
    .map(({ segment }) => segment)
    .join("");
};
const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const addressOf = ({ url }: Citation): string =>
  url.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll("\\", "%5C");
