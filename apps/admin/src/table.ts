import { airtableArchive } from "@tgmem/airtable-store";
import { airtableEnv, parseEnv } from "@tgmem/service";
import { z } from "zod";

const { AIRTABLE_PAT, AIRTABLE_BASE_ID } = airtableEnv;
const tableEnv = z.object({
  ...airtableEnv,
  AIRTABLE_PAT: AIRTABLE_PAT.unwrap().meta({
    description: "Airtable token with the scope schema.bases:write",
    secret: true,
  }),
  AIRTABLE_BASE_ID: AIRTABLE_BASE_ID.unwrap().meta({ description: "id of the base, app…" }),
});

/** Makes the table of the archive, or its missing columns. Resolves with the exit code. */
export async function makeTable(print: (line: string) => void): Promise<number> {
  const env = parseEnv(tableEnv, process.env);
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
