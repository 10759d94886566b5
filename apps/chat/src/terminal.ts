import { createInterface } from "node:readline";

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  /** Answers a line, and tells the answer as far as it is written. */
  readonly ask: (line: string, onText: (text: string) => void) => Promise<string>;
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
      await writeAnswer(output, (onText) => ask(text, onText));
      if (interactive) output.write("\n");
    }
    if (interactive) lines.prompt();
  }
  lines.close();
}

async function writeAnswer(
  output: NodeJS.WritableStream,
  ask: (onText: (text: string) => void) => Promise<string>,
): Promise<void> {
  let written = "";
  const write = (text: string) => {
    // What was written may belong to an answer that was given up for another one.
    output.write(text.startsWith(written) ? text.slice(written.length) : `\n${text}`);
    written = text;
  };
  write(await ask(write));
  output.write("\n");
}
