import { terminalQuestions } from "@tgmem/service/questions";

/** Asks in the terminal; anything but `yes` is a no, which is said. */
export async function confirmInTerminal(question: string): Promise<boolean> {
  const { ask, close } = terminalQuestions(process.stdin, process.stderr);
  try {
    if ((await ask(`${question} Type yes: `)).trim() === "yes") return true;
  } catch {
    // Nobody answers.
  } finally {
    close();
  }
  process.stderr.write("Not confirmed, so nothing was changed. --yes does not ask.\n");
  return false;
}
