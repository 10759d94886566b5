import { parseEnv } from "@tgmem/service";
import type { Account } from "@tgmem/telegram";
import { login, loginEnv } from "./login.ts";
import { terminalQuestions } from "./terminal-questions.ts";

export interface LoginArguments {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
}

/** Logs in: asks in the terminal or takes its answers from a pipe. */
export async function loginCommand(
  app: "receiver" | "sender",
  { env: source, print }: LoginArguments,
): Promise<Account> {
  const env = parseEnv(loginEnv, source);
  if (env.TELEGRAM_SERVER)
    print(`This is not one of Telegram's own servers: ${env.TELEGRAM_SERVER}.`);
  const { ask, close } = terminalQuestions(process.stdin, process.stdout);
  try {
    return await login(app, { env, ask, print });
  } finally {
    close();
  }
}
