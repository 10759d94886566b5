import { z } from "zod";
import { optionalSecret, optionalText, secret, text } from "./kinds.ts";

/** The variables of every process that opens the long-term memory. */
export const airtableVariables = {
  AIRTABLE_PAT: optionalSecret("Airtable token; without one there is no long-term memory"),
  AIRTABLE_BASE_ID: optionalText("id of the base, app…"),
  AIRTABLE_TABLE: text("name or id of the table", "Memory"),
  AIRTABLE_ENDPOINT_URL: z
    .url()
    .optional()
    .meta({ description: "another address of Airtable's API, for a proxy or a test server" }),
};

/** The same for whoever makes the table: token and base are required, and the token needs one more scope. */
export const airtableTableVariables = {
  ...airtableVariables,
  AIRTABLE_PAT: secret("Airtable token with the scope schema.bases:write"),
  AIRTABLE_BASE_ID: airtableVariables.AIRTABLE_BASE_ID.unwrap().meta({
    description: "id of the base, app…",
  }),
};
