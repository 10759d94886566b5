import type { TableReport } from "@tgmem/airtable-store";
import { openAirtable } from "./open-airtable.ts";

/**
 * Runs `tgmem airtable check`, which looks whether the table can serve, or `tgmem airtable create`, which makes it or its
 * missing columns. Resolves with the exit code.
 */
export async function airtableCommand(
  action: string | undefined,
  print: (line: string) => void,
): Promise<number> {
  if (action !== "check" && action !== "create")
    throw new Error("What? tgmem airtable check, or tgmem airtable create.");
  const { table, archive } = openAirtable(process.env);
  try {
    if (action === "create") {
      await archive.ensureSchema();
      print(`The table ${table} is ready.`);
    } else for (const line of reportOf(table, await archive.checkSchema())) print(line);
    return 0;
  } finally {
    await archive.close();
  }
}

function* reportOf(table: string, { status, keyType, lacking, writing }: TableReport) {
  if (status === "ok") yield `The table ${table} has the columns that it needs.`;
  else
    yield `The columns of ${table} are unknown: the token lacks the scope schema.bases:read, and does without.`;
  if (lacking.length > 0) yield `It lacks ${lacking.join(", ")}, and does without.`;
  if (keyType === "number") yield "TelegramID is a number, so it holds no ids but numbers.";
  yield writing === "ok"
    ? "The token may write to it."
    : "Whether the token may write to it is unknown until it has a row.";
}
