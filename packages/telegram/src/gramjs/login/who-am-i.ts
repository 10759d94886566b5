import { Api } from "telegram";
import { tookLonger, withDeadline } from "../../deadline.ts";
import { TelegramError } from "../../errors.ts";
import type { Account } from "../../telegram.ts";
import type { OpenClient } from "../client/open-client.ts";
import type { TelegramOptions } from "../client/options.ts";
import { causeOf, rpcFields, toTelegramError } from "../client/rpc-errors.ts";
import { toState } from "../session/update-state.ts";

/** A log-in can be made anew. Others with the same number say that the account itself is gone. */
const notLoggedIn = new Set(["AUTH_KEY_UNREGISTERED", "SESSION_REVOKED", "SESSION_EXPIRED"]);

/** Asks Telegram to which account the session is logged in; undefined = to none. */
export async function whoAmI(client: OpenClient): Promise<Account | undefined> {
  const { call, session, clock } = client;
  try {
    const state = await call(new Api.updates.GetState(), {
      what: "Asking whether this is logged in",
    });
    clock.set(state);
    // From here on everything is received, whether or not somebody listens yet.
    if (!session.updates) session.checkpoint(toState(state));
  } catch (error) {
    if (notLoggedIn.has(rpcFields(causeOf(error)).name)) return undefined;
    throw error;
  }
  return getSelf(client);
}

/** Rejects a log-in of another bot than the token's, which says whose it is: the number before its colon. */
export function checkOwner(
  { id }: Account,
  { botToken, sessionFile }: Pick<TelegramOptions, "sessionFile"> & { readonly botToken?: string },
): void {
  const owner = botToken?.split(":")[0];
  if (owner === undefined || owner === id) return;
  throw new TelegramError(
    "session_invalid",
    `The session file ${sessionFile} belongs to the account ${id}, the bot token to ${owner}: remove the file, or name another one.`,
    { policy: "stop_account" },
  );
}

const selfTimeoutMs = 30_000;

async function getSelf({ api, ends }: OpenClient): Promise<Account> {
  const what = "Asking who this is";
  // By the client's own method: it asks this before its first event, and without an answer all events would wait.
  const asked = withDeadline(api.getMe(), {
    ms: selfTimeoutMs,
    late: tookLonger(what, selfTimeoutMs),
    signals: ends,
  });
  const self = await asked.catch((error: unknown) => {
    throw toTelegramError(error, what);
  });
  return {
    id: self.id.toString(),
    isBot: Boolean(self.bot),
    ...(self.username ? { username: self.username } : {}),
  };
}
