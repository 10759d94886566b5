import { engineEnv } from "@tgmem/engine";
import { airtableEnv, commonEnv, redisUrl, wholeNumber } from "@tgmem/service";
import { z } from "zod";
import { modelEnv } from "./model.ts";

const variables = z.object({
  REDIS_URL: redisUrl,
  ...engineEnv,
  ...modelEnv,
  ...airtableEnv,
  MEMORY_WINDOW: wholeNumber("turns that are remembered word for word", {
    min: 1,
    max: 200,
    fallback: 10,
  }),
  SUMMARIZE_EVERY: wholeNumber("turns between two summaries", { min: 1, max: 200, fallback: 10 }),
  WORKER_SLOTS: wholeNumber("messages answered at once", { min: 1, max: 1_000, fallback: 100 }),
  ...commonEnv({ metricsPort: 9103 }),
});

export const workerEnv = variables.refine((env) => !env.AIRTABLE_PAT || env.AIRTABLE_BASE_ID, {
  path: ["AIRTABLE_BASE_ID"],
  error: "expected the id of a base (app…), because AIRTABLE_PAT is set",
  // Together with the other problems, not after them.
  when: () => true,
});
export type WorkerEnv = z.output<typeof variables>;
