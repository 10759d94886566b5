/** A TypeScript block of a README, as the module that a reader would make of it. */
export interface Block {
  /** The README's path from the root. */
  readonly file: string;
  /** The line of the README on which the code begins, counted from 1. */
  readonly line: number;
  /** What stands in the comment above the block and is put before it. */
  readonly given: readonly string[];
  /** The line of the README on which `given` begins, or 0 when nothing is given. */
  readonly givenLine: number;
  readonly code: readonly string[];
  /** Whether the block is marked to be executed too. */
  readonly run: boolean;
}

/**
 * The ```ts blocks of a README. Directly above a block may stand `<!-- given … -->`, whose lines are put before its code,
 * or `<!-- run … -->`, which says in addition that the block can be executed.
 */
export function blocksOf(file: string, text: string): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = /^(\s*)```(?:ts|typescript)\s*$/.exec(lines[at] ?? "");
    if (!fence) continue;
    const end = lines.indexOf(`${fence[1]}\`\`\``, at + 1);
    if (end === -1) throw new Error(`${file}:${at + 1}: the block is never closed.`);
    blocks.push({ file, line: at + 2, code: lines.slice(at + 1, end), ...commentAbove(lines, at) });
    at = end;
  }
  return blocks;
}

function commentAbove(
  lines: readonly string[],
  fence: number,
): Pick<Block, "given" | "givenLine" | "run"> {
  const nothing = { given: [], givenLine: 0, run: false };
  let end = fence - 1;
  while (lines[end]?.trim() === "") end--;
  if (!lines[end]?.trim().endsWith("-->")) return nothing;
  let begin = end;
  while (begin > 0 && !lines[begin]?.includes("<!--")) begin--;
  const head = /^\s*<!--\s*(given|run)\s*(?:-->)?\s*$/.exec(lines[begin] ?? "");
  if (!head) return nothing;
  return { given: lines.slice(begin + 1, end), givenLine: begin + 2, run: head[1] === "run" };
}

/** The whole module of a block. */
export function moduleOf({ given, code }: Block): string {
  return [...given, ...code].join("\n");
}

/** Where in the README a line of the block's module stands, counted from 1. */
export function lineInReadme({ given, givenLine, line }: Block, inModule: number): number {
  return inModule <= given.length ? givenLine + inModule - 1 : line + inModule - given.length - 1;
}
