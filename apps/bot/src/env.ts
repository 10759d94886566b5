import {
  adminVariables,
  airtablePaceVariables,
  airtableVariables,
  memoryVariables,
  modelChoiceVariables,
  modelVariables,
  processVariables,
  receivingVariables,
  sendingVariables,
  streamingVariables,
  telegramVariables,
  whitelistVariables,
  wholeServer,
  wideWindow,
  workerVariables,
} from "@tgmem/service";
import { searchingEndpoint, wholeBase } from "@tgmem/worker";
import { z } from "zod";

const variables = z.object({
  ...telegramVariables,
  ...whitelistVariables,
  ...adminVariables,
  ...receivingVariables,
  ...sendingVariables,
  ...streamingVariables,
  ...modelVariables,
  ...modelChoiceVariables,
  ...memoryVariables,
  ...workerVariables,
  ...airtableVariables,
  ...airtablePaceVariables,
  ...processVariables("bot"),
});

export type BotEnv = z.output<typeof variables>;

export const botEnv = variables
  .refine(...wholeServer)
  .refine(...wholeBase)
  .refine(...searchingEndpoint)
  .refine(...wideWindow);
