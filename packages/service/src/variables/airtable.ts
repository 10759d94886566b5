import {
  optionalHttpUrl,
  optionalSecret,
  optionalText,
  secret,
  text,
  wholeNumber,
} from "./kinds.ts";

/** The variables of every process that opens the long-term memory. */
export const airtableVariables = {
  AIRTABLE_PAT: optionalSecret("Airtable token; without one there is no long-term memory"),
  AIRTABLE_BASE_ID: optionalText("id of the base, app…"),
  AIRTABLE_TABLE: text("name or id of the table", "Memory"),
  AIRTABLE_ENDPOINT_URL: optionalHttpUrl(
    "another address of Airtable's API, for a proxy or a test server",
  ),
};

/** What whoever writes summaries may spend, and when. */
export const airtablePaceVariables = {
  AIRTABLE_CALLS_PER_MONTH: wholeNumber("calls that the workspace has a month", {
    min: 1,
    max: 1_000_000_000,
    fallback: 1_000,
  }),
  AIRTABLE_RATE: wholeNumber("calls a second of all workers together; Airtable allows 5", {
    min: 1,
    max: 50,
    fallback: 4,
  }),
  AIRTABLE_BATCH_WINDOW_MS: wholeNumber(
    "time between two moments at which summaries for Airtable are made; 0 = each as soon as it is due",
    { min: 0, max: 86_400_000, fallback: 300_000 },
  ),
};

/** The same for whoever makes the table: token and base are required, and the token needs one more scope. */
export const airtableTableVariables = {
  ...airtableVariables,
  AIRTABLE_PAT: secret("Airtable token with the scope schema.bases:write"),
  AIRTABLE_BASE_ID: airtableVariables.AIRTABLE_BASE_ID.unwrap().meta({
    description: "id of the base, app…",
  }),
};
