import { parseEnv } from "@tgmem/service";
import { login, loginEnv } from "./login.ts";
import { terminalQuestions } from "./terminal-questions.ts";

/** Runs `tgmem login`: asks in the terminal or takes its answers from a pipe. Resolves with the exit code. */
export async function loginCommand(
  kind: string | undefined,
  print: (line: string) => void,
): Promise<number> {
  if (kind !== "receiver" && kind !== "sender")
    throw new Error("Which one? tgmem login receiver, or tgmem login sender.");
  const env = parseEnv(loginEnv, process.env);
  if (env.TELEGRAM_SERVER)
    print(`This is not one of Telegram's own servers: ${env.TELEGRAM_SERVER}.`);
  const { ask, close } = terminalQuestions(process.stdin, process.stdout);
  try {
    await login(kind, { env, ask, print });
    return 0;
  } finally {
    close();
  }
}
