import { createPublicKey } from "node:crypto";
import { z } from "zod";
import { hostAndPort, optionalHostPort, secret, text, wholeNumber } from "./kinds.ts";
import { proxyVariable } from "./proxy.ts";
import { relation } from "./relation.ts";

const wait = (description: string, fallback: number) =>
  wholeNumber(`${description}, in ms`, { min: 100, max: 3_600_000, fallback });

/** The variables of every process that logs in to Telegram. */
export const telegramVariables = {
  TELEGRAM_API_ID: z
    .string()
    .regex(/^[1-9]\d*$/, "expected a whole number")
    .transform(Number)
    .meta({ description: "API id of your application, from https://my.telegram.org" }),
  TELEGRAM_API_HASH: secret("API hash of your application, from https://my.telegram.org"),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:\S+$/, "expected 123456:ABC…, as @BotFather gives it")
    .optional()
    .meta({
      description:
        "token of the bot; without one, a person's account that `tgmem login` has logged in",
      secret: true,
    }),
  TELEGRAM_SERVER: optionalHostPort("host:port of a server of your own, instead of Telegram's"),
  TELEGRAM_SERVER_KEY: z
    .string()
    .refine(isRsaKey, "expected PEM that begins with BEGIN RSA PUBLIC KEY, or its base64")
    .optional()
    .meta({ description: "public RSA key of that server" }),
  PROXY: proxyVariable,
  TELEGRAM_START_TIMEOUT_MS: wait("how long the log-in at the start may take", 60_000),
  TELEGRAM_CALL_TIMEOUT_MS: wait("how long Telegram may take to answer a call", 30_000),
  TELEGRAM_POLL_MS: wait("time between two questions whether the log-in is good", 60_000),
  TELEGRAM_ANSWER_TIMEOUT_MS: wait(
    "how long Telegram may take to answer such a question; three without an answer end the process",
    15_000,
  ),
};

/** The files of the two log-ins: Telegram ends one that two processes use. */
export const sessionVariables = {
  TELEGRAM_SESSION: text("file of the receiver's log-in", "producer_session"),
  TELEGRAM_SENDER_SESSION: text("file of the sender's log-in", "sender_session"),
};

function isRsaKey(key: string): boolean {
  const der = Buffer.from(key.replaceAll(/-----[^-]*-----|\s/g, ""), "base64");
  try {
    return createPublicKey({ key: der, format: "der", type: "pkcs1" }).type === "public";
  } catch {
    return false;
  }
}

type TelegramEnv = z.output<z.ZodObject<typeof telegramVariables>>;

/**
 * The arguments of zod's `refine` for variables with `telegramVariables`: a server of your own is named with its key.
 */
export const wholeServer = relation<Partial<TelegramEnv>>(
  "TELEGRAM_SERVER_KEY",
  ({ TELEGRAM_SERVER, TELEGRAM_SERVER_KEY }) =>
    (TELEGRAM_SERVER === undefined) === (TELEGRAM_SERVER_KEY === undefined),
  "expected it together with TELEGRAM_SERVER: give both, or neither",
);

/** What the variables say of the options of `connectTelegram` and `logIn`. */
export function telegramOptions(env: TelegramEnv) {
  const { TELEGRAM_BOT_TOKEN: botToken, TELEGRAM_SERVER = "", TELEGRAM_SERVER_KEY: key } = env;
  return {
    apiId: env.TELEGRAM_API_ID,
    apiHash: env.TELEGRAM_API_HASH,
    startTimeoutMs: env.TELEGRAM_START_TIMEOUT_MS,
    callTimeoutMs: env.TELEGRAM_CALL_TIMEOUT_MS,
    pollMs: env.TELEGRAM_POLL_MS,
    answerTimeoutMs: env.TELEGRAM_ANSWER_TIMEOUT_MS,
    ...(botToken === undefined ? {} : { botToken }),
    ...(env.PROXY?.telegram && { proxy: env.PROXY.telegram }),
    ...(key === undefined ? {} : { server: { ...hostAndPort(TELEGRAM_SERVER), publicKey: key } }),
  };
}
