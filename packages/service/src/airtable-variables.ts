import { z } from "zod";

/** The variables of every process that opens the archive. */
export const airtableEnv = {
  AIRTABLE_PAT: z.string().optional().meta({
    description: "Airtable token; without one there is no long-term memory",
    secret: true,
  }),
  AIRTABLE_BASE_ID: z.string().optional().meta({ description: "id of the base, app…" }),
  AIRTABLE_TABLE: z.string().default("Memory").meta({ description: "name or id of the table" }),
  AIRTABLE_ENDPOINT_URL: z
    .url()
    .optional()
    .meta({ description: "another address of Airtable's API, for a proxy or a test server" }),
};
