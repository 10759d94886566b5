import { isListed, type Whitelist } from "@tgmem/telegram";

/** Whom the bot talks to. */
export interface Access {
  /** The ids that are listed. Where there are no `people`, null lets everybody talk; beside them it names nobody. */
  readonly whitelist: Whitelist;
  /** Says what operators have decided; absent = the whitelist's rule alone. */
  readonly people?:
    | {
        standings(
          ids: readonly string[],
        ): Promise<readonly ("admin" | "allowed" | "blocked" | undefined)[]>;
      }
    | undefined;
}

/**
 * Whether all of these ids, of a person and of a chat, may talk to the bot. Who was blocked may not, whatever list they are on.
 * Rejects when that cannot be known.
 */
export async function mayTalk({ whitelist, people }: Access, ...ids: string[]): Promise<boolean> {
  if (!people) return isListed(whitelist, ...ids);
  const each = [...new Set(ids)];
  const standings = await people.standings(each);
  return each.every((id, n) => {
    const standing = standings[n];
    return standing === undefined ? whitelist?.has(id) === true : standing !== "blocked";
  });
}
