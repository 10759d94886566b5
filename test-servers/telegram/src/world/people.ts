import type { TlObject } from "../tl/fields.ts";
import { userObject } from "./peers.ts";

/** What is known of somebody who writes, beside the id. */
export interface PersonOptions {
  /** True for another bot. @default false */
  readonly bot?: boolean;
  /** @default "Person" and the id */
  readonly firstName?: string;
  readonly username?: string;
  /** Further fields of the TL user, for instance `support` or `premium`. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Who the people are that write to the accounts. Nobody has to be introduced. */
export class People {
  readonly #known = new Map<string, PersonOptions>();

  introduce(id: string, person: PersonOptions): void {
    this.#known.set(id, person);
  }

  /** A person as this log-in sees it. */
  userOf(id: string, login: string): TlObject {
    const { bot = false, firstName, username, fields } = this.#known.get(id) ?? {};
    return userObject(id, login, {
      ...(firstName === undefined ? {} : { first_name: firstName }),
      username,
      // They share one bit: a client misreads the object if only one of them is set.
      ...(bot ? { bot, bot_info_version: 1 } : {}),
      ...fields,
    });
  }
}
