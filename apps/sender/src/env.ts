import { resolve } from "node:path";
import {
  adminVariables,
  askedOperators,
  processVariables,
  redisVariables,
  sendingVariables,
  sessionVariables,
  streamingVariables,
  telegramVariables,
  whitelistVariables,
  wholeServer,
} from "@tgmem/service";
import { z } from "zod";

export const senderEnv = z
  .object({
    ...redisVariables,
    ...telegramVariables,
    ...sessionVariables,
    ...whitelistVariables,
    ...sendingVariables,
    ...streamingVariables,
    ...adminVariables,
    ...processVariables("sender"),
  })
  .refine(...askedOperators)
  .refine(...wholeServer)
  .refine(
    ({ TELEGRAM_SENDER_SESSION, TELEGRAM_SESSION }) =>
      resolve(TELEGRAM_SENDER_SESSION) !== resolve(TELEGRAM_SESSION),
    {
      path: ["TELEGRAM_SENDER_SESSION"],
      error:
        "expected another file than TELEGRAM_SESSION, because Telegram ends a log-in that two use",
    },
  );
