import { z } from "zod";

/** Who operates the bot: asked by the receiver and the sender, which list them, and by the worker, which obeys /status. */
export const adminVariables = {
  ADMIN_USER: z
    .string()
    .regex(
      /^(?:[\s,]*[1-9]\d{0,15})*[\s,]*$/,
      "expected ids of people, separated by commas or spaces",
    )
    .default("")
    .transform((ids): ReadonlySet<string> => new Set(ids.split(/[\s,]+/).filter(Boolean)))
    .meta({
      description:
        "Telegram ids of operators, by commas or spaces: told of outages and dead letters, may ask /status, and are listed",
    }),
};

/** Adds the operators to a whitelist; one that lets everybody in stays so. */
export const withAdmins = (
  whitelist: ReadonlySet<string> | null,
  admins: ReadonlySet<string>,
): ReadonlySet<string> | null => whitelist && new Set([...whitelist, ...admins]);
