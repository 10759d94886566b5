import { createInterface } from "node:readline";

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  /** Answers a line, and gives the pieces of the answer while they are written. */
  readonly ask: (line: string, onPiece: (piece: string) => void) => Promise<string>;
}

/**
 * Answers line by line until the input ends; a pipe gets the answers alone, a person a prompt as well. Lines wait for
 * the answer before them, so that a piped conversation reads like a typed one.
 */
export async function talk({ input, output, ask }: TerminalOptions): Promise<void> {
  const interactive = input.isTTY === true;
  const lines = createInterface({
    input,
    output: interactive ? output : undefined,
    prompt: "you> ",
    terminal: interactive,
  });
  if (interactive) lines.prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (text === "/quit" || text === "/exit") break;
    if (text) {
      if (interactive) output.write("bot> ");
      await writeAnswer(output, (onPiece) => ask(text, onPiece));
      if (interactive) output.write("\n");
    }
    if (interactive) lines.prompt();
  }
  lines.close();
}

async function writeAnswer(
  output: NodeJS.WritableStream,
  ask: (onPiece: (piece: string) => void) => Promise<string>,
): Promise<void> {
  let written = "";
  const answer = await ask((piece) => {
    written += piece;
    output.write(piece);
  });
  // What was written may belong to an answer that was given up for another one.
  const rest = answer.startsWith(written) ? answer.slice(written.length) : `\n${answer}`;
  output.write(`${rest}\n`);
}
