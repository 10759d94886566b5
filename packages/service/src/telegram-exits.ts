import type { Exits } from "./run.ts";

const loginEnded = 3;
const silence = 4;

/** By the code of a `TelegramError`, told by its shape: not every service has the Telegram package. */
const codes: Readonly<Record<string, number>> = {
  account_stopped: loginEnded,
  not_logged_in: loginEnded,
  login_refused: loginEnded,
  session_invalid: loginEnded,
  timeout: silence,
  disconnected: silence,
  unavailable: silence,
};

/** The exit codes of every process that is logged in to Telegram. */
export const telegramExits: Exits = {
  meanings: {
    [loginEnded]:
      "the log-in is of no use: log in again (tgmem login), starting again does not help",
    [silence]: "Telegram does not answer: start again",
  },
  codeOf: (error) =>
    error instanceof Error && error.name === "TelegramError" && "code" in error
      ? codes[String(error.code)]
      : undefined,
};
