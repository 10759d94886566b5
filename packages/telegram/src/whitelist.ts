/** Telegram ids that may talk to the bot; null = everybody. */
export type Whitelist = ReadonlySet<string> | null;

export interface ParsedWhitelist {
  readonly whitelist: Whitelist;
  /** Entries that are no id, as they were written. */
  readonly invalid: readonly string[];
}

/**
 * Ids separated by commas or white space. Without one valid id the whitelist is off, and the caller should say so loudly.
 * `+42` and `042` are no ids: written so they would match nobody.
 */
export function parseWhitelist(text: string | undefined): ParsedWhitelist {
  const entries = (text ?? "").split(/[\s,]+/).filter(Boolean);
  const valid = entries.filter(isId);
  return {
    whitelist: valid.length > 0 ? new Set(valid) : null,
    invalid: entries.filter((entry) => !isId(entry)),
  };
}

const isId = (entry: string) => /^-?[1-9]\d{0,15}$/.test(entry);

export const isListed = (whitelist: Whitelist, ...ids: readonly string[]) =>
  whitelist === null || ids.every((id) => whitelist.has(id));
