import { TelegramError } from "@tgmem/telegram";
import { AccountMismatch } from "./same-account.ts";

/** A start again is of no use: somebody has to see to the account first. */
const accountOfNoUse = 3;

/** With which code the process ends, so that a supervisor can tell what a restart cannot mend. */
export function exitCodeOf(error: unknown): number {
  const needsSomebody =
    error instanceof AccountMismatch ||
    (error instanceof TelegramError && error.policy === "stop-account");
  return needsSomebody ? accountOfNoUse : 1;
}
