import { createInterface } from "node:readline";

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  readonly ask: (line: string) => Promise<string>;
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
    if (text)
      output.write(`${interactive ? "bot> " : ""}${await ask(text)}\n${interactive ? "\n" : ""}`);
    if (interactive) lines.prompt();
  }
  lines.close();
}
