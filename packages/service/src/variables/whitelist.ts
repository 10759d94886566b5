import { optionalText } from "./kinds.ts";

/** Whom the bot talks to: asked by the receiver and, once more, by the sender. */
export const whitelistVariables = {
  WHITELIST_USER: optionalText(
    "Telegram ids that may talk to the bot, by commas or spaces; without a valid one everybody may",
  ),
};
