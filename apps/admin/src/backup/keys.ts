/**
 * The keys of an installation in the order in which a backup reads them: that of the way of a message. What moves on meanwhile
 * is then read twice, which a restored system knows by its ids, and never missed.
 */
export const keyPatterns = [
  "q:{inbound}:*",
  "{tgmem:*}:*",
  "q:{summaries}:*",
  "q:{outbound}:*",
  "tgmem:*",
] as const;

/** What is true of running processes alone. */
const passing = ["tgmem:processes", "tgmem:answering", "tgmem:pace:"];

/** Whether a key belongs into a backup. */
export const isKept = (key: string): boolean => !passing.some((name) => key.startsWith(name));
