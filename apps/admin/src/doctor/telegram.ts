import { readFile } from "node:fs/promises";
import { filesOf } from "@tgmem/folder";
import {
  asksInOneProcess,
  parseEnv,
  sessionVariables,
  telegramVariables,
  whitelistVariables,
} from "@tgmem/service";
import { parseWhitelist } from "@tgmem/telegram";
import { z } from "zod";
import { counted } from "../counted.ts";
import type { Env } from "../terminal/terminal.ts";
import type { Finding } from "./finding.ts";
import { openToOthers } from "./open-to-others.ts";

/** Looks at the files of the two log-ins. */
export async function lookAtSessions(env: Env): Promise<readonly Finding[]> {
  const { TELEGRAM_SESSION, TELEGRAM_SENDER_SESSION } = parseEnv(z.object(sessionVariables), env);
  const files = [
    { app: "receiver", file: TELEGRAM_SESSION },
    { app: "sender", file: TELEGRAM_SENDER_SESSION },
  ] as const;
  const hasToken = Boolean(env["TELEGRAM_BOT_TOKEN"]?.trim());
  const read = await Promise.all(files.map(({ file }) => readFile(file, "utf8").catch(() => "")));
  if (read[0] !== "" && read[0] === read[1])
    return [
      {
        name: "sessions",
        state: "ill",
        found: "receiver and sender have the same log-in, which Telegram ends",
        remedy: "Remove the file of TELEGRAM_SENDER_SESSION, and: tgmem login sender",
      },
    ];
  return Promise.all(
    files.map(({ app, file }) =>
      logInFinding(`${app} log-in`, { file, hasToken, remedy: `tgmem login ${app}` }),
    ),
  );
}

/** Looks at the log-in of a bot in one process, and whether it has what it needs for it. */
export async function lookAtLogIn(env: Env, folder: string): Promise<Finding> {
  const { TELEGRAM_BOT_TOKEN: token } = parseEnv(z.object(telegramVariables), env);
  const { session: file } = filesOf(folder);
  return logInFinding("log-in", {
    file,
    hasToken: token !== undefined,
    remedy: "Set TELEGRAM_BOT_TOKEN.",
  });
}

async function logInFinding(
  name: string,
  {
    file,
    hasToken,
    remedy,
  }: { readonly file: string; readonly hasToken: boolean; readonly remedy: string },
): Promise<Finding> {
  if ((await readFile(file, "utf8").catch(() => "")) === "") {
    if (hasToken) return { name, state: "ok", found: "it will be made by the bot's token" };
    return { name, state: "ill", found: "there is none", remedy };
  }
  const open = openToOthers(file);
  if (!open) return { name, state: "ok", found: "there, and for its owner alone" };
  return {
    name,
    state: "ill",
    found: `others may read its file, whose mode is ${open}`,
    remedy: `chmod 600 ${file}`,
  };
}

/** Looks whom the bot talks to. */
export function whitelistFinding(
  env: Env,
  { data }: { readonly data?: string | undefined },
): Finding {
  const { WHITELIST_USER, ASK_ADMIN } = parseEnv(z.object(whitelistVariables), env);
  const { whitelist, invalid } = parseWhitelist(WHITELIST_USER);
  const name = "whitelist";
  if (invalid.length > 0)
    return {
      name,
      state: "ill",
      found: `WHITELIST_USER holds ${counted(invalid.length, "entry", "entries")} that can match nobody`,
      remedy: "Write WHITELIST_USER as numbers, such as 42, with commas or spaces between them.",
    };
  if (whitelist !== null) return { name, state: "ok", found: counted(whitelist.size, "id") };
  if (data !== undefined && asksInOneProcess(ASK_ADMIN, whitelist))
    return { name, state: "ok", found: "none: the operator is asked about everybody" };
  if (ASK_ADMIN) return { name, state: "ok", found: "none: ADMIN_USER is asked about everybody" };
  return {
    name,
    state: "warning",
    found: "everybody may talk to the bot, at your cost",
    remedy: "Set WHITELIST_USER, or LIMIT_TOKENS_PER_DAY.",
  };
}
