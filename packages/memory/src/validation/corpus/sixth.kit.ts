import { type CorpusCase, turnsOf } from "./cases.kit.ts";
import { sixthEast } from "./sixth-east.kit.ts";
import { sixthWest } from "./sixth-west.kit.ts";

const marked = /⟦(.*)⟧/u;

function caseOf(language: string, block: string): CorpusCase {
  const [head = "", ...rest] = block.split("\n").map((line) => line.replaceAll("↵", "\n"));
  const colon = head.indexOf(":");
  const kind = head.slice(0, colon);
  const written = rest.at(-1) ?? "";
  return {
    language,
    kind,
    half: "held_out",
    previous: head.slice(colon + 1).trim() || null,
    turns: turnsOf(
      rest.slice(0, -1).map((line) => {
        const [user = "", assistant = ""] = line.split(" ⇒ ");
        return [user, assistant] as const;
      }),
    ),
    text: written.replace(marked, "$1"),
    allowed: marked.test(written) ? written.replace(marked, "") : "",
    good: kind.startsWith("good "),
  };
}

/**
 * The sixth batch, where each text has a conversation of its own, in blocks: the kind and the summary so far, the turns,
 * and the text, with ⟦ and ⟧ around the sentence that alone is bad and ↵ where a line ends.
 *
 * Twelve good texts are left out: they hold no name, number or word of what was said ("She seems content and relieved"
 * of somebody who told of leaving a mill), which is what `unrelated` means, so they are refused on purpose.
 */
export const sixthCases: readonly CorpusCase[] = Object.entries({
  ...sixthWest,
  ...sixthEast,
}).flatMap(([language, blocks]) =>
  blocks
    .trim()
    .split("\n\n")
    .map((block) => caseOf(language, block)),
);
