import { parseEnv } from "@tgmem/service";
import type { Account } from "@tgmem/telegram";
import { terminalQuestions } from "@tgmem/service/questions";
import type { Env } from "../terminal/terminal.ts";
import { login, loginEnv } from "./login.ts";

export interface LoginArguments {
  readonly env: Env;
  readonly print: (line: string) => void;
}

/** Logs in: asks in the terminal, beside what it prints, or takes its answers from a pipe. */
export async function loginCommand(
  app: "receiver" | "sender",
  { env: source, print }: LoginArguments,
): Promise<Account> {
  const env = parseEnv(loginEnv, source);
  if (env.TELEGRAM_SERVER)
    print(`This is not one of Telegram's own servers: ${env.TELEGRAM_SERVER}.`);
  const { ask, close } = terminalQuestions(process.stdin, process.stderr);
  try {
    return await login(app, { env, ask, print });
  } finally {
    close();
  }
}
