import { Api } from "telegram";
import { TelegramError } from "../../errors.ts";
import type { Account } from "../../telegram.ts";
import { withDeadline } from "../../deadline.ts";
import { loginAdvice, refused } from "../client/login-refusal.ts";
import type { OpenClient } from "../client/open-client.ts";
import type { TelegramOptions } from "../options.ts";
import { rpcFields, toTelegramError } from "../client/rpc-errors.ts";
import { toState } from "../session/update-state.ts";

/** A log-in can be made anew. Others with the same number say that the account itself is gone. */
const notLoggedIn = new Set(["AUTH_KEY_UNREGISTERED", "SESSION_REVOKED", "SESSION_EXPIRED"]);

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
    if (notLoggedIn.has(rpcFields(causeOf(error)).name)) return undefined;
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

/** The client's own error below ours. */
export const causeOf = (error: unknown) => (error instanceof TelegramError ? error.cause : error);

async function getSelf({ api, ends }: OpenClient): Promise<Account> {
  const what = "Asking who this is";
  // By the client's own method: it asks this before its first event, and without an answer all events would wait.
  const asked = withDeadline(api.getMe(), { what, ms: 30_000, signals: ends });
  const self = await asked.catch((error: unknown) => {
    throw toTelegramError(error, what);
  });
  return {
    id: self.id.toString(),
    isBot: Boolean(self.bot),
    ...(self.username ? { username: self.username } : {}),
  };
}
