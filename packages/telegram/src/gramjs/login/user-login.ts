import { Api } from "telegram";
import { computeCheck } from "telegram/Password.js";
import type { Account } from "../../telegram.ts";
import { loginAdvice, refused } from "../client/login-errors.ts";
import { whoAmI } from "./who-am-i.ts";
import type { OpenClient } from "../client/open-client.ts";
import type { TelegramOptions } from "../client/options.ts";
import { causeOf, rpcFields } from "../client/rpc-errors.ts";

/** Asks a person. Each is called again, after `mistake`, until its answer is accepted; a rejection ends the log-in. */
export interface LoginQuestions {
  /** Asks for the phone number with its country code; spaces, hyphens and brackets do not matter. */
  phone(): Promise<string>;
  /** Asks for the code that Telegram has just sent, most likely to the person's Telegram app. */
  code(): Promise<string>;
  /** Asks for the password of an account with two-step verification; others are not asked. */
  password(hint: string | undefined): Promise<string>;
  /** Explains what was wrong with the last answer; the question comes again. */
  mistake(explanation: string): void;
}

/** Answers that may be given again; everything else ends the log-in. */
const again = new Set([
  "PHONE_NUMBER_INVALID",
  "PHONE_CODE_INVALID",
  "PHONE_CODE_EMPTY",
  "PASSWORD_HASH_INVALID",
]);

/** Logs in as a person: phone, code, and the two-step password if there is one. */
export async function logInUser(
  client: OpenClient,
  { apiId, apiHash }: TelegramOptions,
  questions: LoginQuestions,
): Promise<Account> {
  const { call } = client;

  for (;;) {
    const { phone, hash } = await sendCode();
    const outcome = await signIn(phone, hash);
    if (outcome === "expired") continue;
    if (outcome === "password") await givePassword();
    const account = await whoAmI(client);
    if (account) return account;
    throw refused("Telegram accepted the log-in and then knew nothing of it: try again.");
  }

  /** Puts a question until the answer is accepted. */
  async function insist<T>(question: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await question();
      } catch (error) {
        const name = problem(error);
        const advice = loginAdvice[name];
        if (!again.has(name)) throw advice ? refused(advice, causeOf(error)) : error;
        questions.mistake(advice ?? name);
      }
    }
  }

  function sendCode() {
    return insist(async () => {
      const phone = (await questions.phone()).replaceAll(/[\s()-]/g, "");
      const request = new Api.auth.SendCode({
        phoneNumber: phone,
        apiId,
        apiHash,
        settings: new Api.CodeSettings({}),
      });
      const sent = await call(request, { what: "Sending the code" });
      if (!(sent instanceof Api.auth.SentCode))
        throw refused("Telegram sends no code to this number.");
      return { phone, hash: sent.phoneCodeHash };
    });
  }

  function signIn(phone: string, hash: string): Promise<"done" | "password" | "expired"> {
    return insist(async () => {
      const code = (await questions.code()).trim();
      const request = new Api.auth.SignIn({
        phoneNumber: phone,
        phoneCodeHash: hash,
        phoneCode: code,
      });
      try {
        const result = await call(request, { what: "Logging in" });
        if (result instanceof Api.auth.Authorization) return "done";
      } catch (error) {
        if (problem(error) === "SESSION_PASSWORD_NEEDED") return "password";
        if (problem(error) !== "PHONE_CODE_EXPIRED") throw error;
        questions.mistake(loginAdvice["PHONE_CODE_EXPIRED"] ?? "");
        return "expired";
      }
      throw refused(loginAdvice["PHONE_NUMBER_UNOCCUPIED"] ?? "");
    });
  }

  function givePassword(): Promise<void> {
    return insist(async () => {
      // A challenge is good for one answer.
      const challenge = await call(new Api.account.GetPassword(), {
        what: "Asking for the password's challenge",
      });
      const password = await questions.password(challenge.hint);
      const check = await computeCheck(challenge, password);
      await call(new Api.auth.CheckPassword({ password: check }), {
        what: "Checking the password",
      });
    });
  }
}

const problem = (error: unknown) => rpcFields(causeOf(error)).name;
