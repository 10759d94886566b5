import type { TlObject } from "../tl/fields.ts";
import { userObject } from "./peers.ts";

/** What is known of somebody who writes, beside the id. */
export interface PersonOptions {
  /** True for another bot. @default false */
  readonly bot?: boolean;
  /** @default "Person" and the id */
  readonly firstName?: string;
  readonly lastName?: string;
  readonly username?: string;
  /** The language of the client, as an IETF tag; only bots are told. */
  readonly languageCode?: string;
  /** The groups in which they are an administrator. */
  readonly administrates?: readonly string[];
  /** Further fields of the TL user, for instance `support` or `premium`. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Who the people are that write to the accounts. Nobody has to be introduced. */
export class People {
  readonly #known = new Map<string, PersonOptions>();

  introduce(id: string, person: PersonOptions): void {
    this.#known.set(id, person);
  }

  isAdministrator(id: string, chatId: string): boolean {
    return this.#known.get(id)?.administrates?.includes(chatId) ?? false;
  }

  /** A person as this log-in sees it. */
  userOf(id: string, login: string): TlObject {
    const {
      bot = false,
      firstName,
      lastName,
      username,
      languageCode,
      fields,
    } = this.#known.get(id) ?? {};
    return userObject(id, login, {
      ...(firstName === undefined ? {} : { first_name: firstName }),
      last_name: lastName,
      username,
      lang_code: languageCode,
      // They share one bit: a client misreads the object if only one of them is set.
      ...(bot ? { bot, bot_info_version: 1 } : {}),
      ...fields,
    });
  }
}
