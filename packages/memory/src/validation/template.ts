import { templateWords } from "./phrases/labels.ts";
import { anywhere, normalize } from "./phrases/phrases.ts";

const isTemplateWord = anywhere(templateWords);
const bracketed =
  /[[［]([^\]］\n]{1,120})[\]］]|【([^】\n]{1,60})】|〔([^〕\n]{1,60})〕|<([^<>/\n]{1,60})>/gu;
/** Words in curly brackets wait for somebody, whatever they are: nobody writes about a person like that. */
const curly = /\{\s*\p{L}[\p{L}\p{N} _.-]{0,60}\}/gu;
/** An angle bracket or a curly one around words is no arithmetic. */
const anyway = /\{\{|\}\}|\$\{|<%|%>|_{3,}|\blorem ipsum\b|\bdolor sit amet\b/iu;
/** The first is Spanish and Portuguese in small letters: "todo" is "all", and stands within "método". */
const left = /(?<![\p{L}\p{N}])(?:TODO|TBD)(?![\p{L}\p{N}])/u;

/** Whether what stands in brackets waits for somebody to fill it in: "[NAME]", "[insert summary here]", "[city]". */
function waits(inside: string): boolean {
  if (!/\p{L}/u.test(inside)) return false;
  return !/\p{Ll}|\p{Lo}/u.test(inside) || isTemplateWord.test(normalize(inside));
}

/** Whether a sentence is a form that nobody filled in. */
export function isTemplateIn(sentence: string, known: string): boolean {
  if (anyway.test(sentence) || left.test(sentence)) return true;
  if ((sentence.match(curly) ?? []).some((whole) => !known.includes(whole))) return true;
  return Array.from(sentence.matchAll(bracketed)).some(
    ([whole, square, lenticular, shell, angle]) =>
      !known.includes(whole) && waits(square ?? lenticular ?? shell ?? angle ?? ""),
  );
}
