import { createInterface } from "node:readline";
import { type Readable, Writable } from "node:stream";

export interface TerminalQuestions {
  /**
   * Puts a question; a secret answer is not shown. Rejects when the input has ended: Ctrl-C, or a pipe that holds no
   * more lines.
   */
  readonly ask: (question: string, options?: { readonly secret?: boolean }) => Promise<string>;
  readonly close: () => void;
}

/** Asks in a terminal, which does not show secret answers; or takes its answers from the lines of a pipe. */
export function terminalQuestions(
  input: Readable & { readonly isTTY?: boolean },
  output: Writable,
): TerminalQuestions {
  let muted = false;
  let ended = false;
  const shown = new Writable({
    write(chunk, _encoding, done) {
      if (!muted) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: shown, terminal: Boolean(input.isTTY) });
  lines.once("close", () => (ended = true));
  const answers = lines[Symbol.asyncIterator]();
  return {
    async ask(question, { secret = false } = {}) {
      lines.setPrompt(question);
      // A pipe ends before its lines are used up.
      if (!ended) lines.prompt();
      muted = secret;
      const { done, value } = await answers.next();
      muted = false;
      // The line break of a secret answer was not shown either.
      if (secret) output.write("\n");
      if (done) throw new Error("The input ended before all questions were answered.");
      return value;
    },
    close: () => lines.close(),
  };
}
