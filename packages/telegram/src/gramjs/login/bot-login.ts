import { Api } from "telegram";
import type { Account } from "../../telegram.ts";
import { loginAdvice, refused } from "../client/login-errors.ts";
import type { OpenClient } from "../client/open-client.ts";
import type { TelegramOptions } from "../client/options.ts";
import { causeOf, rpcFields } from "../client/rpc-errors.ts";
import { whoAmI } from "./who-am-i.ts";

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
