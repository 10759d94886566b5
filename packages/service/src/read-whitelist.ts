import { parseWhitelist, type Whitelist } from "@tgmem/telegram";
import type { Logger } from "./logger.ts";

/** Reads whom WHITELIST_USER lists, and warns of what is no id; null = nobody. */
export function readWhitelist(
  { WHITELIST_USER }: { readonly WHITELIST_USER?: string | undefined },
  logger: Pick<Logger, "warn">,
): Whitelist {
  const { whitelist, invalid } = parseWhitelist(WHITELIST_USER);
  if (invalid.length > 0) logger.warn({ invalid }, "WHITELIST_USER: these are no Telegram ids");
  return whitelist;
}
