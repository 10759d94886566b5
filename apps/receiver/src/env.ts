import {
  adminVariables,
  askedOperators,
  modelChoiceVariables,
  processVariables,
  receivingVariables,
  redisVariables,
  sessionVariables,
  telegramVariables,
  whitelistVariables,
  wholeServer,
} from "@tgmem/service";
import { z } from "zod";

export const receiverEnv = z
  .object({
    ...redisVariables,
    ...telegramVariables,
    TELEGRAM_SESSION: sessionVariables.TELEGRAM_SESSION,
    ...whitelistVariables,
    ...receivingVariables,
    ...adminVariables,
    ...modelChoiceVariables,
    ...processVariables("receiver"),
  })
  .refine(...askedOperators)
  .refine(...wholeServer);
