import { asksInOneProcess, parseEnv, whitelistVariables } from "@tgmem/service";
import { parseWhitelist } from "@tgmem/telegram";
import { z } from "zod";
import type { Terminal } from "../terminal/terminal.ts";

/** Whether operators are asked about who is new, so that what they decide counts. */
export function isAsking({ env, data }: Pick<Terminal, "env" | "data">): boolean {
  const { ASK_ADMIN, WHITELIST_USER } = parseEnv(z.object(whitelistVariables), env);
  if (data === undefined) return ASK_ADMIN;
  return asksInOneProcess(ASK_ADMIN, parseWhitelist(WHITELIST_USER).whitelist);
}
