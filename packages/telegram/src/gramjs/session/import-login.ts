import { readFile } from "node:fs/promises";
import { TelegramError } from "../../errors.ts";
import { openSessionFile, SessionContent } from "./session-file.ts";
import { isSameLogin, loginFromText } from "./session-text.ts";

export interface SessionText {
  /** As `StringSession.save()` of GramJS or Telethon gives it. Whoever used it until now must not any more. */
  readonly session: string;
  /** Session file of another process, which must not be the same log-in. */
  readonly unlike?: string;
}

/** Puts the log-in into the file instead of what is there. Rejects with `login_refused`. */
export async function importLogin(
  sessionFile: string,
  { session, unlike }: SessionText,
): Promise<void> {
  const login = loginFromText(session);
  if (unlike !== undefined && isSameLogin(await loginIn(unlike), login))
    throw new TelegramError(
      "login_refused",
      `That is the log-in of ${unlike}: Telegram ends a log-in that two processes use, so give each one of its own.`,
      { policy: "stop_account" },
    );
  await replaceLogin(sessionFile, login);
}

export async function replaceLogin(sessionFile: string, login: string): Promise<void> {
  const file = await openSessionFile(sessionFile);
  file.save(() => ({ v: 1, login, hashes: [] }));
  await file.close();
}

async function loginIn(sessionFile: string): Promise<string> {
  try {
    return SessionContent.parse(JSON.parse(await readFile(sessionFile, "utf8"))).login;
  } catch {
    return "";
  }
}
