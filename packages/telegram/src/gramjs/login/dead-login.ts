import { TelegramError } from "../../errors.ts";
import { causeOf, rpcFields } from "../client/rpc-errors.ts";
import { openSessionFile } from "../session/session-file.ts";

/** The log-in has ended, and the account is well. */
const dead: ReadonlySet<string> = new Set([
  "AUTH_KEY_DUPLICATED",
  "AUTH_KEY_INVALID",
  "AUTH_KEY_UNREGISTERED",
  "SESSION_REVOKED",
  "SESSION_EXPIRED",
]);

/** Whether a new log-in of the same account serves: Telegram has ended this one, or has forgotten its key. */
export function isDeadLogin(error: unknown): error is TelegramError {
  if (!(error instanceof TelegramError) || error.code !== "account_stopped") return false;
  return error.cause === undefined || dead.has(rpcFields(causeOf(error)).name);
}

/** Names a log-in that is of no more use by its file. */
export const deadLogin = (sessionFile: string, cause: TelegramError): TelegramError =>
  new TelegramError(
    "account_stopped",
    `The log-in in ${sessionFile} is of no more use (${rpcFields(causeOf(cause)).name || "forgotten"}): log in again into this file.`,
    { policy: "stop_account", cause },
  );

/** Takes the log-in out of a session file; the places in the logs of updates and the known chats are the account's, and stay. */
export async function forgetLogin(sessionFile: string): Promise<void> {
  const file = await openSessionFile(sessionFile);
  file.save(() => ({ ...file.content, login: "" }));
  await file.close();
}
