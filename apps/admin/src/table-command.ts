import { airtableArchive } from "@tgmem/airtable-store";
import { airtableTableVariables, parseEnv } from "@tgmem/service";
import { z } from "zod";

/** Runs `tgmem table`: makes the table of the archive, or its missing columns. Resolves with the exit code. */
export async function tableCommand(print: (line: string) => void): Promise<number> {
  const env = parseEnv(z.object(airtableTableVariables), process.env);
  const archive = airtableArchive({
    token: env.AIRTABLE_PAT,
    baseId: env.AIRTABLE_BASE_ID,
    table: env.AIRTABLE_TABLE,
    ...(env.AIRTABLE_ENDPOINT_URL ? { endpointUrl: env.AIRTABLE_ENDPOINT_URL } : {}),
  });
  try {
    await archive.ensureSchema();
    print(`The table ${env.AIRTABLE_TABLE} is ready.`);
    return 0;
  } finally {
    await archive.close();
  }
}
