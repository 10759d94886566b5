import { createInterface } from "node:readline";
import type { Answer } from "./bot.ts";

/** How an answer is asked for: who hears it while it is written, and what stops it. */
interface LineOptions {
  readonly onText: (text: string) => void;
  readonly signal: AbortSignal;
}

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  /** Answers a line. */
  readonly ask: (line: string, options: LineOptions) => Promise<Answer>;
  /** Hears why a line got no answer: once, until something else is wrong or a line was answered. */
  readonly onFailure: (failure: string) => void;
}

/**
 * Answers line by line until the input ends; a pipe gets the answers alone, a person a prompt as well. Lines wait for
 * the answer before them, so that a piped conversation reads like a typed one. Ctrl-C stops the answer that is being made, and
 * leaves at a prompt. Resolves with whether every line was answered.
 */
export async function talk({ input, output, ask, onFailure }: TerminalOptions): Promise<boolean> {
  const interactive = input.isTTY === true;
  const lines = createInterface({
    input,
    output: interactive ? output : undefined,
    prompt: "you> ",
    terminal: interactive,
  });
  let answering: AbortController | undefined;
  lines.on("SIGINT", () => (answering ? answering.abort() : lines.close()));
  let lastFailure: string | undefined;
  let allAnswered = true;
  if (interactive) lines.prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (text === "/quit" || text === "/exit") break;
    if (text) {
      if (interactive) output.write("bot> ");
      answering = new AbortController();
      const { signal } = answering;
      const failure = await writeAnswer(output, (onText) => ask(text, { onText, signal }));
      answering = undefined;
      if (failure !== undefined) allAnswered = false;
      if (failure !== undefined && failure !== lastFailure) onFailure(failure);
      lastFailure = failure;
      if (interactive) output.write("\n");
    }
    if (interactive) lines.prompt();
  }
  lines.close();
  if (interactive) output.write("\n");
  return allAnswered;
}

/** Writes an answer as it comes. Resolves with why there is none. */
async function writeAnswer(
  output: NodeJS.WritableStream,
  ask: (onText: (text: string) => void) => Promise<Answer>,
): Promise<string | undefined> {
  let written = "";
  const write = (text: string) => {
    // What was written may belong to an answer that was given up for another one.
    output.write(text.startsWith(written) ? text.slice(written.length) : `\n${text}`);
    written = text;
  };
  const { text, failure } = await ask(write);
  write(text);
  output.write("\n");
  return failure;
}
