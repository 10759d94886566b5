import type { Account } from "../../telegram.ts";
import { openClient } from "../client/open-client.ts";
import type { TelegramOptions } from "../client/options.ts";
import { logInBot } from "./bot-login.ts";
import { forgetLogin, isDeadLogin } from "./dead-login.ts";
import { logInBySessionString, type SessionString } from "./session-string-login.ts";
import { type LoginQuestions, logInUser } from "./user-login.ts";
import { checkOwner, whoAmI } from "./who-am-i.ts";

/**
 * Logs in by a bot's token, a session string or questions to a person, or says who is logged in already; afterwards the
 * session file starts `connectTelegram` without questions. Rejects with a `TelegramError`, `login_refused` among others.
 */
export async function logIn(options: TelegramOptions, how: LoginProof): Promise<Account> {
  try {
    return await logInOnce(options, how);
  } catch (error) {
    if (!isDeadLogin(error)) throw error;
    // The file holds a log-in that Telegram has ended: it is in nobody's way.
    await forgetLogin(options.sessionFile);
    return logInOnce(options, how);
  }
}

/** What proves who logs in: a bot's token, a session string, or a person who answers questions. */
export type LoginProof = { readonly botToken: string } | SessionString | LoginQuestions;

async function logInOnce(options: TelegramOptions, how: LoginProof): Promise<Account> {
  const client = await openClient(options);
  try {
    const known = await whoAmI(client);
    if (known) {
      checkOwner(known, { ...options, ...("botToken" in how ? how : {}) });
      return known;
    }
    if ("botToken" in how) return await logInBot(client, options, how.botToken);
    if (!("session" in how)) return await logInUser(client, options, how);
  } finally {
    await client.close();
  }
  return logInBySessionString(options, how);
}
