import { Api } from "telegram";
import { TelegramError } from "../errors.ts";
import type { Account } from "../telegram.ts";
import { withDeadline } from "./deadline.ts";
import type { OpenClient } from "./open-client.ts";
import type { TelegramOptions } from "./options.ts";
import { rpcFields } from "./rpc-errors.ts";
import { toState } from "./updates/gap-recovery.ts";

/** The account that the session is logged in to, or undefined. */
export async function whoAmI(client: OpenClient): Promise<Account | undefined> {
  const { call, session } = client;
  try {
    const state = await call(new Api.updates.GetState(), {
      what: "Asking whether this is logged in",
    });
    // From here on everything is received, whether or not somebody listens yet.
    if (!session.updates) session.checkpoint(toState(state));
  } catch (error) {
    if (rpcFields(causeOf(error)).code === 401) return undefined;
    throw error;
  }
  return getSelf(client);
}

/** Logs in as a bot, without questions. Rejects with `login_refused` if the token is not good. */
export async function logInBot(
  client: OpenClient,
  { apiId, apiHash }: TelegramOptions,
  token: string,
): Promise<Account> {
  const request = new Api.auth.ImportBotAuthorization({
    flags: 0,
    apiId,
    apiHash,
    botAuthToken: token,
  });
  try {
    await client.call(request, { what: "Logging in" });
  } catch (error) {
    const { name } = rpcFields(causeOf(error));
    if (/^(ACCESS_TOKEN|API_ID|BOT_TOKEN)_/.test(name))
      throw refused(loginAdvice[name] ?? `Telegram refuses the bot token (${name}).`, error);
    throw error;
  }
  const account = await whoAmI(client);
  if (!account)
    throw refused("Telegram accepted the bot token and then knew nothing of it: try again.");
  return account;
}

/** What somebody can do about a refused answer, by the error's name. */
export const loginAdvice: Readonly<Record<string, string>> = {
  ACCESS_TOKEN_INVALID:
    "Telegram does not know this bot token: copy it again from @BotFather, it looks like 123456:ABC….",
  ACCESS_TOKEN_EXPIRED: "This bot token was replaced: ask @BotFather for the new one.",
  API_ID_INVALID:
    "Telegram does not know this pair of API id and hash: copy both from https://my.telegram.org.",
  API_ID_PUBLISHED_FLOOD: "This API id is a public one: make your own at https://my.telegram.org.",
  PHONE_NUMBER_INVALID:
    "That is no phone number: write it with its country code, for instance +4915112345678.",
  PHONE_NUMBER_BANNED: "Telegram has banned this number.",
  PHONE_NUMBER_UNOCCUPIED:
    "Nobody has an account with this number: make one with a Telegram app first.",
  PHONE_CODE_INVALID: "That is not the code.",
  PHONE_CODE_EMPTY: "That is not the code.",
  PHONE_CODE_EXPIRED: "The code has expired: there comes a new one.",
  PASSWORD_HASH_INVALID: "That is not the password.",
};

export const refused = (message: string, cause?: unknown) =>
  new TelegramError("login_refused", message, { policy: "stop-account", cause });

/** The client's own error below ours. */
export const causeOf = (error: unknown) => (error instanceof TelegramError ? error.cause : error);

async function getSelf({ api }: OpenClient): Promise<Account> {
  // By the client's own method: it asks this before its first event, and without an answer all events would wait.
  const self = await withDeadline(api.getMe(), { what: "Asking who this is", ms: 30_000 });
  return {
    id: self.id.toString(),
    isBot: Boolean(self.bot),
    ...(self.username ? { username: self.username } : {}),
  };
}
