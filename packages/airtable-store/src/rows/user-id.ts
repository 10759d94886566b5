import { AirtableError } from "../errors.ts";

const maxLength = 512;

/**
 * Returns the id if a cell of text gives it back as it was: 1 to 512 characters, none of which is a control character, and
 * no space at either end, where Airtable may cut it off.
 * @throws AirtableError `invalid_argument` for everything else
 */
export function checkId(user: string): string {
  const isFine =
    user.length > 0 &&
    user.length <= maxLength &&
    user.isWellFormed() &&
    user.trim() === user &&
    !/\p{Cc}/u.test(user);
  if (isFine) return user;
  throw new AirtableError(
    "invalid_argument",
    `Expected an id of 1 to ${maxLength} characters, without control characters or spaces around it, got a text of ${user.length} characters.`,
  );
}

/** The number that a column of numbers holds for the id; undefined = it can hold none that gives the id back. */
export function numberOf(user: string): number | undefined {
  const number = Number(user);
  return Number.isSafeInteger(number) && String(number) === user ? number : undefined;
}

/** The error for an id that a column of numbers cannot hold. */
export const notANumber = (user: string): AirtableError =>
  new AirtableError(
    "invalid_id",
    `The number column TelegramID cannot hold an id of ${user.length} characters exactly: make it a single line text.`,
  );
