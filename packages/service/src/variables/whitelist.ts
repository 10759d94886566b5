import type { Whitelist } from "@tgmem/telegram";
import { withAdmins } from "./admin.ts";
import { onOrOff, optionalText } from "./kinds.ts";
import { relation } from "./relation.ts";

/** Whom the bot talks to: asked by the receiver and, once more, by the sender. */
export const whitelistVariables = {
  WHITELIST_USER: optionalText(
    "Telegram ids that may talk to the bot, by commas or spaces; without a valid one everybody may",
  ),
  ASK_ADMIN: onOrOff(
    "whether ADMIN_USER is asked, by buttons, about everybody new: nobody else may talk then who is not listed; on or off",
    "off",
  ),
};

/** Somebody has to be there to be asked. */
export const askedOperators = relation<{
  readonly ASK_ADMIN: boolean;
  readonly ADMIN_USER: ReadonlySet<string>;
}>(
  "ASK_ADMIN",
  ({ ASK_ADMIN, ADMIN_USER }) => !ASK_ADMIN || ADMIN_USER.size > 0,
  "set ADMIN_USER, too: it names who is asked",
);

/** What WHITELIST_USER lists, with the operators; where they are asked, nobody else is let in who is on no list. */
export const listedBy = (
  whitelist: Whitelist,
  {
    ASK_ADMIN,
    ADMIN_USER,
  }: { readonly ASK_ADMIN: boolean; readonly ADMIN_USER: ReadonlySet<string> },
): Whitelist => withAdmins(ASK_ADMIN ? (whitelist ?? new Set()) : whitelist, ADMIN_USER);

/** Whether a bot in one process asks operators about who is new: also where it lists nobody, because it is never meant for everybody. */
export const asksInOneProcess = (ASK_ADMIN: boolean, listed: Whitelist): boolean =>
  ASK_ADMIN || !listed;
