import { type CorpusCase, turnsOf } from "./cases.kit.ts";

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
 * Reads a batch where each text has a conversation of its own, in blocks by language: the kind and the summary so far, the
 * turns, and the text, with ⟦ and ⟧ around what alone is bad and ↵ where a line ends.
 */
export const casesOfBlocks = (blocks: Readonly<Record<string, string>>): readonly CorpusCase[] =>
  Object.entries(blocks).flatMap(([language, all]) =>
    all
      .trim()
      .split("\n\n")
      .map((block) => caseOf(language, block)),
  );
