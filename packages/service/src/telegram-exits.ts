import type { TelegramErrorCode } from "@tgmem/telegram";
import type { Exits } from "./run.ts";

/** The exit code of a process whose log-in is of no use. */
export const loginEnded = 3;
const silence = 4;
/** A session file that another process uses was given to both by a variable. */
const misconfigured = 2;

const codes: Readonly<Partial<Record<TelegramErrorCode, number>>> = {
  account_stopped: loginEnded,
  not_logged_in: loginEnded,
  login_refused: loginEnded,
  session_invalid: loginEnded,
  session_locked: misconfigured,
  timeout: silence,
  disconnected: silence,
  unavailable: silence,
};
const known: ReadonlyMap<unknown, number> = new Map(Object.entries(codes));

/** The exit codes of every process that is logged in to Telegram. */
export const telegramExits: Exits = {
  meanings: {
    [misconfigured]:
      "a variable is missing or wrong, or another process uses the session file: starting again does not help",
    [loginEnded]:
      "the log-in is of no use: log in again (tgmem login), starting again does not help",
    [silence]: "Telegram does not answer: start again",
  },
  // Told by its name, so that a process without Telegram does not load the package.
  codeOf: (error) =>
    error instanceof Error && error.name === "TelegramError" && "code" in error
      ? known.get(error.code)
      : undefined,
};
