import { type AirtableArchive, airtableArchive } from "@tgmem/airtable-store";
import { airtablePaceVariables, airtableTableVariables, parseEnv } from "@tgmem/service";
import { z } from "zod";
import type { Env } from "../terminal/terminal.ts";

const variables = z.object({ ...airtableTableVariables, ...airtablePaceVariables });

/** Opens the table that the environment names. */
export function openAirtable(
  env: Env,
  { signal }: { readonly signal?: AbortSignal } = {},
): { readonly table: string; readonly archive: AirtableArchive } {
  const { AIRTABLE_PAT, AIRTABLE_BASE_ID, AIRTABLE_TABLE, AIRTABLE_ENDPOINT_URL, AIRTABLE_RATE } =
    parseEnv(variables, env);
  const archive = airtableArchive({
    token: AIRTABLE_PAT,
    baseId: AIRTABLE_BASE_ID,
    table: AIRTABLE_TABLE,
    rate: AIRTABLE_RATE,
    ...(AIRTABLE_ENDPOINT_URL ? { endpointUrl: AIRTABLE_ENDPOINT_URL } : {}),
    ...(signal && { signal }),
  });
  return { table: AIRTABLE_TABLE, archive };
}
