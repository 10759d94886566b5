/** Telegram ids that may talk to the bot; null = everybody. */
export type Whitelist = ReadonlySet<string> | null;

/** What `parseWhitelist` has read. */
export interface ParsedWhitelist {
  /** The ids that are valid; null if there is none, which lets everybody in. */
  readonly whitelist: Whitelist;
  /** Entries that are no id, as they were written. */
  readonly invalid: readonly string[];
}

/**
 * Reads ids that are separated by commas or white space. Without one valid id the whitelist is off, and the caller should
 * say so loudly. `+42` and `042` are no ids: written so they would match nobody.
 */
export function parseWhitelist(text: string | undefined): ParsedWhitelist {
  const entries = (text ?? "").split(/[\s,]+/).filter(Boolean);
  const valid = entries.filter(isTelegramId);
  return {
    whitelist: valid.length > 0 ? new Set(valid) : null,
    invalid: entries.filter((entry) => !isTelegramId(entry)),
  };
}

/** Whether a text is the id of a person or a chat, as the Bot API writes it. */
export const isTelegramId = (entry: string): boolean => /^-?[1-9]\d{0,15}$/.test(entry);

/** Whether all of these ids may talk to the bot; without a whitelist everybody may. */
export const isListed = (whitelist: Whitelist, ...ids: readonly string[]) =>
  whitelist === null || ids.every((id) => whitelist.has(id));
