import { pause, tookLonger, withDeadline } from "../deadline.ts";
import { TelegramError } from "../errors.ts";
import type { Account, TelegramPort } from "../telegram.ts";
import { openClient, type OpenClient } from "./client/open-client.ts";
import type { TelegramOptions } from "./client/options.ts";
import { waitsOf } from "./client/waits.ts";
import { logInBot } from "./login/bot-login.ts";
import { deadLogin, forgetLogin, isDeadLogin } from "./login/dead-login.ts";
import { checkOwner, whoAmI } from "./login/who-am-i.ts";
import { createPort } from "./port.ts";

/** Says how to connect; a bot's token is enough for its first log-in. */
export interface ConnectOptions extends TelegramOptions {
  /** The token of a bot, which logs in when the session file is not logged in yet. Without it, call `logIn` first. */
  readonly botToken?: string;
  /** Gives up the start when it aborts: `connectTelegram` rejects with `aborted`. */
  readonly signal?: AbortSignal;
}

/**
 * Connects and makes sure that the log-in is good. A log-in that Telegram has ended is made anew where there is a bot token; a
 * wait that Telegram asks for is waited for. Rejects with a `TelegramError`, for instance `not_logged_in`, `login_refused`,
 * `account_stopped`, `session_locked`, `session_invalid`, `invalid_argument`, or `timeout` if Telegram cannot be reached.
 */
export async function connectTelegram(given: ConnectOptions): Promise<TelegramPort> {
  const options = { ...given, onEvent: harmless(given.onEvent) };
  const { sessionFile, botToken, signal, onEvent } = options;
  const warn = (message: string) => onEvent({ type: "warning", message });
  let isAnew = false;
  for (;;)
    try {
      return await connectOnce(options);
    } catch (error) {
      if (isDeadLogin(error)) {
        if (botToken === undefined || isAnew) throw deadLogin(sessionFile, error);
        isAnew = true;
        warn(`The log-in in ${sessionFile} is of no more use: the bot token logs in anew.`);
        await forgetLogin(sessionFile);
      } else if (error instanceof TelegramError && error.retryAfterMs !== undefined) {
        warn(`Telegram lets nobody log in for ${error.retryAfterMs / 1_000} s: waiting.`);
        await pause(error.retryAfterMs, signal ? { signal } : {});
        if (signal?.aborted) throw error;
      } else throw error;
    }
}

async function connectOnce(options: ConnectOptions): Promise<TelegramPort> {
  const { signal } = options;
  const { startTimeoutMs } = waitsOf(options);
  const client = await openClient(options, { signal });
  const start = async () => {
    const account = (await whoAmI(client)) ?? (await logInWithToken(client, options));
    checkOwner(account, options);
    // Whoever dies right after its first message finds the log-in and its place in the updates at the next start.
    // Where it cannot be written, that is told and tried again.
    await client.session.flush().catch(() => {});
    return createPort(client, account, options);
  };
  try {
    return await withDeadline(start(), {
      ms: startTimeoutMs,
      late: tookLonger("Logging in to Telegram", startTimeoutMs),
      signals: [signal],
    });
  } catch (error) {
    await client.close().catch(() => {});
    throw error;
  }
}

/** An error in it would end what the event is about, deep in the client. */
function harmless(onEvent: TelegramOptions["onEvent"] = () => {}): typeof onEvent {
  return (event) => {
    try {
      onEvent(event);
    } catch {}
  };
}

async function logInWithToken(client: OpenClient, options: ConnectOptions): Promise<Account> {
  if (options.botToken !== undefined) return logInBot(client, options, options.botToken);
  throw new TelegramError(
    "not_logged_in",
    `The session file ${options.sessionFile} is not logged in: log in first, or give a bot token.`,
    { policy: "stop_account" },
  );
}
