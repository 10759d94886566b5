import { RpcError } from "../mtproto/rpc-error.ts";
import { bytes, child, type TlObject } from "../tl/fields.ts";
import type { Account } from "./account.ts";
import type { Logins } from "./logins.ts";
import { userObject } from "./peers.ts";

/** The account that a call of the log-in ends in, or the next question. */
export type LoginAnswer = { readonly account: Account } | { readonly reply: TlObject };

/** Answers the calls of a log-in; undefined = the call is none of them. */
export class LoginMethods {
  readonly #accounts: readonly Account[];
  readonly #logins: Logins;
  /** The accounts whose log-in gave the right code and still owes the password, by the log-in. */
  readonly #awaitingPassword = new Map<string, Account>();

  constructor({
    accounts,
    logins,
  }: {
    readonly accounts: readonly Account[];
    readonly logins: Logins;
  }) {
    this.#accounts = accounts;
    this.#logins = logins;
  }

  answer(request: TlObject, login: string): LoginAnswer | undefined {
    switch (request._) {
      case "auth.importBotAuthorization":
        return {
          account: this.#find("botToken", request["bot_auth_token"], "ACCESS_TOKEN_INVALID"),
        };
      case "auth.sendCode": {
        this.#find("phone", request["phone_number"], "PHONE_NUMBER_INVALID");
        return {
          reply: {
            _: "auth.sentCode",
            type: { _: "auth.sentCodeTypeApp", length: 5 },
            phone_code_hash: "hash",
          },
        };
      }
      case "auth.signIn":
        return this.#signIn(request, login);
      case "account.getPassword": {
        const challenge = this.#awaitingPassword.get(login)?.password?.challenge();
        return challenge && { reply: challenge };
      }
      case "auth.checkPassword": {
        const account = this.#awaitingPassword.get(login);
        if (!account?.password?.proves(child(request, "password")))
          throw new RpcError(400, "PASSWORD_HASH_INVALID");
        return { account };
      }
      case "auth.importAuthorization": {
        // The client takes this server for a second data centre, and shows what it was given for that one.
        const account = this.#logins.accountOf(bytes(request, "bytes").toString());
        if (!account) throw new RpcError(400, "AUTH_BYTES_INVALID");
        return { account };
      }
      default:
        return undefined;
    }
  }

  #signIn(request: TlObject, login: string): LoginAnswer {
    const account = this.#find("phone", request["phone_number"], "PHONE_NUMBER_INVALID");
    if (request["phone_code"] !== account.options.code)
      throw new RpcError(400, "PHONE_CODE_INVALID");
    if (!account.password) return { account };
    this.#awaitingPassword.set(login, account);
    throw new RpcError(401, "SESSION_PASSWORD_NEEDED");
  }

  #find(field: "botToken" | "phone", value: unknown, error: string): Account {
    const account = this.#accounts.find(
      ({ options }) => options[field] !== undefined && options[field] === value,
    );
    if (!account) throw new RpcError(400, error);
    return account;
  }
}

export const selfObject = ({ options, isBot }: Account, login: string): TlObject =>
  userObject(options.id, login, {
    self: true,
    username: options.username,
    // They share one bit: a client misreads the object if only one of them is set.
    ...(isBot ? { bot: true, bot_info_version: 1 } : { phone: options.phone?.replace("+", "") }),
  });
