import type { Redis } from "@tgmem/service";

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

/** Says of a place what was moved to it. */
export const moveKey = "tgmem:move";

/** What is true of running processes, or of one place, alone. */
const passing = ["tgmem:processes", "tgmem:answering", "tgmem:pace:", moveKey];

/** What the users of a list agree on for the next minutes. */
const isOptions = (key: string) => /^q:\{\w+\}:options$/u.test(key);

/** Whether a key belongs into a backup, and goes along to another place. */
export const isKept = (key: string): boolean =>
  !isOptions(key) && !passing.some((name) => key.startsWith(name));

/** Names the keys that match a pattern. */
export async function keysIn(redis: Redis, pattern: string): Promise<readonly string[]> {
  const keys = new Set<string>();
  let cursor = "0";
  do {
    const [next, some] = await redis.scan(cursor, "MATCH", pattern, "COUNT", 1_000);
    cursor = next;
    for (const key of some) if (isKept(key)) keys.add(key);
  } while (cursor !== "0");
  return [...keys];
}

/** Whether there is anything of an installation. */
export async function holdsSomething(redis: Redis): Promise<boolean> {
  for (const pattern of keyPatterns) {
    let cursor = "0";
    do {
      const [next, keys] = await redis.scan(cursor, "MATCH", pattern, "COUNT", 1_000);
      if (keys.some(isKept)) return true;
      cursor = next;
    } while (cursor !== "0");
  }
  return false;
}

/** Removes everything of an installation. */
export async function removeAll(redis: Redis): Promise<void> {
  for (const pattern of keyPatterns) {
    const keys = await keysIn(redis, pattern);
    for (let at = 0; at < keys.length; at += 1_000)
      await redis.unlink(...keys.slice(at, at + 1_000));
  }
}
