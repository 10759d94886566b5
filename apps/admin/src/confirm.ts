import { terminalQuestions } from "./terminal-questions.ts";

/** Asks in the terminal; anything but `yes` is a no. */
export async function confirmInTerminal(question: string): Promise<boolean> {
  const { ask, close } = terminalQuestions(process.stdin, process.stderr);
  try {
    return (await ask(`${question} Type yes: `)).trim() === "yes";
  } catch {
    return false; // Nobody answers.
  } finally {
    close();
  }
}
