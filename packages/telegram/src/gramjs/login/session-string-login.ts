import { readFile } from "node:fs/promises";
import { TelegramError } from "../../errors.ts";
import type { Account } from "../../telegram.ts";
import { refused } from "../client/login-errors.ts";
import { openClient } from "../client/open-client.ts";
import type { TelegramOptions } from "../client/options.ts";
import { openSessionFile, SessionContent } from "../session/session-file.ts";
import { isSameLogin, loginFromText } from "../session/session-text.ts";
import { whoAmI } from "./who-am-i.ts";

/** A log-in that was made elsewhere. */
export interface SessionString {
  /**
   * The session as `StringSession.save()` of GramJS or Telethon gives it. Whoever used it until now must not any more.
   */
  readonly session: string;
  /** The session file of another process: the log-in is refused if it is the one in there. */
  readonly otherSessionFile?: string;
}

/** Puts the log-in of a session string into the session file. Rejects with `login_refused` if it is not good. */
export async function logInBySessionString(
  options: TelegramOptions,
  { session, otherSessionFile }: SessionString,
): Promise<Account> {
  const login = loginFromText(session);
  if (otherSessionFile !== undefined && isSameLogin(await loginIn(otherSessionFile), login))
    throw refused(
      `That is the log-in of ${otherSessionFile}: Telegram ends a log-in that two processes use, so give each one of its own.`,
    );
  await replaceLogin(options.sessionFile, login);
  const account = await accountOf(options);
  if (account) return account;
  await replaceLogin(options.sessionFile, "");
  throw refused("Telegram knows no log-in of this session string (any more): log in anew.");
}

async function accountOf(options: TelegramOptions): Promise<Account | undefined> {
  try {
    const client = await openClient(options);
    try {
      return await whoAmI(client);
    } finally {
      await client.close();
    }
  } catch (error) {
    if (error instanceof TelegramError && error.code === "account_stopped") return undefined;
    throw error;
  }
}

async function replaceLogin(sessionFile: string, login: string): Promise<void> {
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
