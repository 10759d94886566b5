import {
  airtableVariables,
  engineVariables,
  memoryVariables,
  modelVariables,
  processVariables,
  redisVariables,
  wideWindow,
  workerVariables,
} from "@tgmem/service";
import { z } from "zod";

const variables = z.object({
  ...redisVariables,
  ...engineVariables,
  ...modelVariables,
  ...airtableVariables,
  ...memoryVariables,
  ...workerVariables,
  ...processVariables("worker"),
});

// Together with the other problems, not after them.
const when = () => true;

export const workerEnv = variables
  .refine((env) => !env.AIRTABLE_PAT || env.AIRTABLE_BASE_ID, {
    path: ["AIRTABLE_BASE_ID"],
    error: "expected the id of a base (app…), because AIRTABLE_PAT is set",
    when,
  })
  .refine((env) => env.MEMORY_PROMPT !== "since_summary" || env.AIRTABLE_PAT, {
    path: ["AIRTABLE_PAT"],
    error:
      "expected a token, because MEMORY_PROMPT is since_summary and nothing else keeps summaries",
    when,
  })
  .refine(...wideWindow);
export type WorkerEnv = z.output<typeof variables>;
