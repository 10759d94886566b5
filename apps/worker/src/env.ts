import {
  airtableVariables,
  engineVariables,
  memoryVariables,
  modelVariables,
  processVariables,
  redisVariables,
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

export const workerEnv = variables.refine((env) => !env.AIRTABLE_PAT || env.AIRTABLE_BASE_ID, {
  path: ["AIRTABLE_BASE_ID"],
  error: "expected the id of a base (app…), because AIRTABLE_PAT is set",
  // Together with the other problems, not after them.
  when: () => true,
});
export type WorkerEnv = z.output<typeof variables>;
