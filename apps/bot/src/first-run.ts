import { appendFileSync, chmodSync, existsSync, readFileSync } from "node:fs";
import type { TerminalQuestions } from "@tgmem/service/questions";

type Variables = Readonly<Record<string, string>>;

interface Terminal extends Pick<TerminalQuestions, "ask"> {
  readonly print: (line: string) => void;
}

interface Question {
  /** It is asked while the first of them is not set. */
  readonly sets: readonly string[];
  readonly text: string;
  readonly secret?: boolean;
  /** Reads an answer; undefined = it is asked again. */
  readonly read: (answer: string) => Variables | undefined;
  readonly again: string;
}

const questions: readonly Question[] = [
  {
    sets: ["TELEGRAM_BOT_TOKEN"],
    text: "In Telegram write /newbot to @BotFather, and give here the token that it answers (it is not shown)\nToken: ",
    secret: true,
    read: (answer) => (/^\d+:\S+$/u.test(answer) ? { TELEGRAM_BOT_TOKEN: answer } : undefined),
    again: "A token looks like 123456:ABC….",
  },
  {
    sets: ["TELEGRAM_API_ID", "TELEGRAM_API_HASH"],
    text: [
      "Telegram wants every program to have an API id and an API hash: log in at https://my.telegram.org, choose",
      '"API development tools", fill in any title and short name, and give both here in one line, with a space between them.',
      'Should that page answer "ERROR": switch off a VPN and ad blockers, take another browser, or try it some hours later',
      "API id and hash: ",
    ].join("\n"),
    secret: true,
    read(answer) {
      const [, id, hash] = /^([1-9]\d*)[\s,:]+([0-9a-z]+)$/iu.exec(answer) ?? [];
      return id && hash ? { TELEGRAM_API_ID: id, TELEGRAM_API_HASH: hash } : undefined;
    },
    again: "Give both in one line: a number, a space, and letters and digits.",
  },
  {
    sets: ["OPEN_ROUTER_API_KEY", "OPENROUTER_API_KEY", "OPENROUTER_BASE_URL"],
    text: "A key of https://openrouter.ai/keys, or the address of a model of your own, such as http://127.0.0.1:11434/v1; Enter = none yet: the bot\nthen answers, but offline\nKey or address: ",
    secret: true,
    read(answer) {
      if (answer === "") return {};
      if (/^https?:\/\//u.test(answer)) return { OPENROUTER_BASE_URL: answer };
      return /^[\x21-\x7e]+$/u.test(answer) ? { OPEN_ROUTER_API_KEY: answer } : undefined;
    },
    again: "A key is one word, and an address begins with http:// or https://.",
  },
];

/** Whether a bot with these variables has never been set up. */
export const isFirstRun = (env: NodeJS.ProcessEnv): boolean =>
  !env["TELEGRAM_BOT_TOKEN"]?.trim() || !env["TELEGRAM_API_ID"]?.trim();

/**
 * Asks a person for what a bot needs and is not set, and appends it to the file, which nobody else may read. Resolves with it.
 * Rejects when the input ends.
 */
export async function firstRun(
  env: NodeJS.ProcessEnv,
  { file, ...terminal }: Terminal & { readonly file: string },
): Promise<Variables> {
  const given: Record<string, string> = {};
  for (const question of questions.filter(({ sets }) => !sets.some((name) => env[name]?.trim())))
    Object.assign(given, await answerTo(question, terminal));
  writeVariables(file, given);
  terminal.print(`Kept in ${file}, which only you may read.`);
  return given;
}

async function answerTo(
  { text, read, again, ...options }: Question,
  { ask, print }: Terminal,
): Promise<Variables> {
  for (;;) {
    const answer = read((await ask(text, options)).trim());
    if (answer) return answer;
    print(again);
  }
}

/** Appends them; a variable that stands there twice has its last value. */
function writeVariables(file: string, variables: Variables): void {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  const lines = Object.entries(variables).map(
    ([name, value]) => `${name}=${JSON.stringify(value)}\n`,
  );
  appendFileSync(file, gap + lines.join(""), { mode: 0o600 });
  chmodSync(file, 0o600);
}
