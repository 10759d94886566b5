import { type Exits, telegramExits } from "@tgmem/service";
import { AccountMismatch } from "./same-account.ts";

/** A log-in of the wrong account is of no more use than one that has ended. */
export const senderExits: Exits = {
  meanings: telegramExits.meanings,
  codeOf: (error) => (error instanceof AccountMismatch ? 3 : telegramExits.codeOf(error)),
};
