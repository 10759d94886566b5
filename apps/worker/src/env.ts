import {
  adminVariables,
  airtablePaceVariables,
  airtableVariables,
  engineVariables,
  memoryVariables,
  modelChoiceVariables,
  modelVariables,
  processVariables,
  redisVariables,
  relation,
  streamingVariables,
  wideWindow,
  workerVariables,
} from "@tgmem/service";
import { z } from "zod";
import { searchingEndpoint } from "./searching-endpoint.ts";

const variables = z.object({
  ...redisVariables,
  ...engineVariables,
  ...modelVariables,
  ...modelChoiceVariables,
  ...airtableVariables,
  ...airtablePaceVariables,
  ...memoryVariables,
  ...workerVariables,
  ...streamingVariables,
  ...adminVariables,
  ...processVariables("worker"),
});

export type WorkerEnv = z.output<typeof variables>;

/** The arguments of zod's `refine` for variables with those of Airtable: a token is named with its base. */
export const wholeBase = relation<Partial<WorkerEnv>>(
  "AIRTABLE_BASE_ID",
  ({ AIRTABLE_PAT, AIRTABLE_BASE_ID }) => !AIRTABLE_PAT || !!AIRTABLE_BASE_ID,
  "expected the id of a base (app…), because AIRTABLE_PAT is set",
);
const keptSummaries = relation<Partial<WorkerEnv>>(
  "AIRTABLE_PAT",
  ({ MEMORY_PROMPT, AIRTABLE_PAT }) => MEMORY_PROMPT !== "since_summary" || !!AIRTABLE_PAT,
  "expected a token, because MEMORY_PROMPT is since_summary and nothing else keeps summaries",
);

export const workerEnv = variables
  .refine(...wholeBase)
  .refine(...keptSummaries)
  .refine(...searchingEndpoint)
  .refine(...wideWindow);
