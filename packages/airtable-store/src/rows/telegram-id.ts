import { AirtableError } from "../errors.ts";

/** @throws AirtableError `invalid_id` for anything but 1 to 16 digits, with a minus for chats */
export function checkId(user: string): string {
  if (!/^-?\d{1,16}$/.test(user)) {
    throw new AirtableError(
      "invalid_id",
      `Expected a Telegram id of at most 16 digits, got a text of ${user.length} characters: pass the numeric id.`,
    );
  }
  return user;
}
