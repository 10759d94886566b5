import type { TestEngine } from "@tgmem/testbed";

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Whether any row of any table of the engine's database holds the text, whatever the column's type. */
export async function databaseMentions(
  engine: Pick<TestEngine, "sql">,
  text: string,
): Promise<boolean> {
  const tables = await engine.sql(
    "SELECT table_schema AS schema, table_name AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')",
  );
  for (const { schema, name } of tables) {
    const table = `${quote(String(schema))}.${quote(String(name))}`;
    const [found] = await engine.sql(
      `SELECT EXISTS (SELECT 1 FROM ${table} AS t WHERE t::text LIKE '%' || $1 || '%') AS found`,
      [text],
    );
    if (found?.["found"] === true) return true;
  }
  return false;
}
