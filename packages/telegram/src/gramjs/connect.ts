import { TelegramError } from "../errors.ts";
import type { Account, TelegramPort } from "../telegram.ts";
import { withDeadline } from "../deadline.ts";
import { logInBot, whoAmI } from "./login/log-in.ts";
import { logInUser, type LoginQuestions } from "./login/log-in-user.ts";
import { refused } from "./client/login-refusal.ts";
import { openClient, type OpenClient } from "./client/open-client.ts";
import type { TelegramOptions } from "./options.ts";
import { createPort } from "./port.ts";
import { importLogin, replaceLogin, type SessionText } from "./session/import-login.ts";
import { waitsOf } from "./client/waits.ts";

export interface ConnectOptions extends TelegramOptions {
  /** Logs in by itself if the session file does not yet. Without it, somebody has to log in first. */
  readonly botToken?: string;
  /** Gives up the start. */
  readonly signal?: AbortSignal;
}

/**
 * Connects and makes sure that the log-in is good. Rejects with `not_logged_in`, `login_refused`, `session_locked`,
 * `session_invalid`, or `timeout` if Telegram cannot be reached.
 */
export async function connectTelegram(options: ConnectOptions): Promise<TelegramPort> {
  const client = await openClient(options, options.signal);
  const start = async () => {
    const account = (await whoAmI(client)) ?? (await logInWithToken(client, options));
    checkOwner(account, options);
    return createPort(client, account, options);
  };
  try {
    return await withDeadline(start(), {
      what: "Logging in to Telegram",
      ms: waitsOf(options).startTimeoutMs,
      signals: [options.signal],
    });
  } catch (error) {
    await client.close().catch(() => {});
    throw error;
  }
}

/**
 * Logs in anew or says who is logged in already; the session file then starts `connectTelegram` without questions.
 * Rejects with `login_refused`.
 */
export async function logIn(
  options: TelegramOptions,
  how: { readonly botToken: string } | SessionText | LoginQuestions,
): Promise<Account> {
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
  return logInByText(options, how);
}

async function logInByText(options: TelegramOptions, text: SessionText): Promise<Account> {
  await importLogin(options.sessionFile, text);
  try {
    const client = await openClient(options);
    try {
      const account = await whoAmI(client);
      if (account) return account;
    } finally {
      await client.close();
    }
  } catch (error) {
    if (!(error instanceof TelegramError) || error.code !== "account_stopped") throw error;
  }
  await replaceLogin(options.sessionFile, "");
  throw refused("Telegram knows no log-in of this session string (any more): log in anew.");
}

async function logInWithToken(client: OpenClient, options: ConnectOptions): Promise<Account> {
  if (options.botToken !== undefined) return logInBot(client, options, options.botToken);
  throw new TelegramError(
    "not_logged_in",
    `The session file ${options.sessionFile} is not logged in: log in first, or give a bot token.`,
    { policy: "stop_account" },
  );
}

/** A token says whose it is: the number before its colon. */
function checkOwner(
  { id }: Account,
  { botToken, sessionFile }: Pick<ConnectOptions, "botToken" | "sessionFile">,
): void {
  const owner = botToken?.split(":")[0];
  if (owner === undefined || owner === id) return;
  throw new TelegramError(
    "session_invalid",
    `The session file ${sessionFile} belongs to the account ${id}, the bot token to ${owner}: remove the file, or name another one.`,
    { policy: "stop_account" },
  );
}
