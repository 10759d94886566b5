import { sessionVariables, telegramOptions, telegramVariables, wholeServer } from "@tgmem/service";
import { type Account, TelegramError } from "@tgmem/telegram";
import { logIn } from "@tgmem/telegram/gramjs";
import { z } from "zod";

export const loginEnv = z
  .object({
    ...telegramVariables,
    ...sessionVariables,
  })
  .refine(...wholeServer);

/** What is longer than this is no token: a token has some 46 characters, a session string 350. */
const maxTokenLength = 100;

export interface LoginOptions {
  readonly env: z.output<typeof loginEnv>;
  /** Puts a question; a secret answer is not to be shown. Rejects when nobody answers any more. */
  readonly ask: (question: string, options?: { readonly secret?: boolean }) => Promise<string>;
  readonly print: (line: string) => void;
}

/** Writes the session file of the receiver or the sender; explains mistakes and asks again. */
export async function login(
  kind: "receiver" | "sender",
  { env, ask, print }: LoginOptions,
): Promise<Account> {
  const { TELEGRAM_SESSION, TELEGRAM_SENDER_SESSION, TELEGRAM_BOT_TOKEN } = env;
  if (TELEGRAM_SESSION === TELEGRAM_SENDER_SESSION)
    throw new Error(
      `TELEGRAM_SESSION and TELEGRAM_SENDER_SESSION both name ${TELEGRAM_SESSION}: name two files, because Telegram ends a log-in that two processes use.`,
    );
  const [sessionFile, otherSessionFile] =
    kind === "receiver"
      ? [TELEGRAM_SESSION, TELEGRAM_SENDER_SESSION]
      : [TELEGRAM_SENDER_SESSION, TELEGRAM_SESSION];
  const options = {
    ...telegramOptions(env),
    sessionFile,
    device: `tgmem ${kind}`,
  };
  const account = TELEGRAM_BOT_TOKEN
    ? await logIn(options, { botToken: TELEGRAM_BOT_TOKEN })
    : await askHow();
  print(
    `The ${kind} is logged in as ${nameOf(account)}. The log-in is in ${sessionFile}: keep it secret.`,
  );
  return account;

  async function askHow(): Promise<Account> {
    print("Paste the token of a bot from @BotFather, or a session string of GramJS or Telethon;");
    print("or nothing, to log in with a phone number.");
    for (;;) {
      const answer = (await ask("Token or session string: ", { secret: true })).trim();
      if (answer === "") return logInAsPerson();
      try {
        return await logIn(
          options,
          answer.length > maxTokenLength
            ? { session: answer, otherSessionFile }
            : { botToken: answer },
        );
      } catch (error) {
        if (!(error instanceof TelegramError) || error.code !== "login_refused") throw error;
        print(error.message);
      }
    }
  }

  function logInAsPerson(): Promise<Account> {
    print("Telegram limits and bans accounts of people that behave like bots: a bot is safer.");
    return logIn(options, {
      phone: () => ask("Phone number, with its country code: "),
      code: () => ask("Code that Telegram has sent to your Telegram app: ", { secret: true }),
      password: (hint) =>
        ask(`Two-step password${hint ? ` (hint: ${hint})` : ""}: `, { secret: true }),
      mistake: print,
    });
  }
}

const nameOf = ({ id, isBot, username }: Account) =>
  `${isBot ? "the bot" : "the person"} ${username ? `@${username} (${id})` : id}`;
