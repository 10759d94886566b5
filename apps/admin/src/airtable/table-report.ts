import { AirtableError, type TableReport } from "@tgmem/airtable-store";
import type { Env } from "../terminal/terminal.ts";
import { openAirtable } from "./open-airtable.ts";

/** Makes the table that the environment names, or its missing columns. Resolves with what to print. */
export async function createTable(env: Env, json: boolean): Promise<string> {
  const { table, archive } = openAirtable(env);
  try {
    await archive.ensureSchema();
    return json ? JSON.stringify({ table, status: "ok" }) : `The table ${table} is ready.`;
  } finally {
    await archive.close();
  }
}

/** Looks whether the table that the environment names can serve. Rejects when it cannot, and says why. */
export async function checkTable(env: Env, json: boolean): Promise<string> {
  const { table, archive } = openAirtable(env);
  try {
    const report = await archive.checkSchema().catch((error: unknown) => {
      if (!(error instanceof AirtableError) || error.code !== "invalid_schema") throw error;
      throw new Error(`${error.message} Here that is: tgmem airtable create.`, { cause: error });
    });
    return json ? JSON.stringify({ table, ...report }) : [...reportOf(table, report)].join("\n");
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
