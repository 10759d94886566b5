import { AirtableError } from "../errors.ts";

/**
 * Returns the id if it is one as Telegram writes it: 1 to 16 digits without a leading zero, with a minus for chats.
 * @throws AirtableError `invalid_argument` for everything else
 */
export function checkId(user: string): string {
  if (!/^-?[1-9]\d{0,15}$/.test(user)) {
    throw new AirtableError(
      "invalid_argument",
      `Expected a Telegram id of at most 16 digits, got a text of ${user.length} characters: pass the numeric id.`,
    );
  }
  return user;
}
