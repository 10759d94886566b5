import { Client, escapeIdentifier } from "pg";
import { EngineSetupError } from "./errors.ts";

/** The server that is taken when none is named. */
export const defaultPostgresUrl = "postgresql://postgres@127.0.0.1:5432";

/** Gives the address of a database on the server of this address. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** A row of an answer, by the names of its columns. */
export type Row = Record<string, unknown>;

/** Runs one statement on a connection of its own, and gives the rows. */
export async function query(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that goes away between two answers would else end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether a PostgreSQL server answers at this address. */
export async function postgresAnswers(serverUrl: string): Promise<boolean> {
  return query(databaseUrl(serverUrl, "postgres"), "SELECT 1").then(
    () => true,
    () => false,
  );
}

/** Throws `postgres_missing` when no PostgreSQL server answers at this address. */
export async function requirePostgres(serverUrl: string): Promise<void> {
  try {
    await query(databaseUrl(serverUrl, "postgres"), "SELECT 1");
  } catch (error) {
    const { host } = new URL(serverUrl);
    throw new EngineSetupError(
      "postgres_missing",
      `PostgreSQL does not answer at ${host}: install and start PostgreSQL 15 or newer, set PG_ADMIN_URL to a user who may create databases, or run the engine by docker-compose.`,
      { cause: error },
    );
  }
}

/** Whether the server has a database of this name. */
export async function databaseExists(serverUrl: string, database: string): Promise<boolean> {
  return (
    (
      await query(
        databaseUrl(serverUrl, "postgres"),
        "SELECT 1 FROM pg_database WHERE datname = $1",
        [database],
      )
    ).length > 0
  );
}

/** Counts the sessions of a database, as Postgres calls the clients that are connected to it. */
export async function countSessions(serverUrl: string, database: string): Promise<number> {
  const rows = await query(
    databaseUrl(serverUrl, "postgres"),
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = $1",
    [database],
  );
  return Number(rows[0]?.["n"] ?? 0);
}

/** Creates an empty database in the place of the one of this name, if there is one. */
export async function createDatabase(serverUrl: string, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  await dropDatabase(serverUrl, database);
  await query(databaseUrl(serverUrl, "postgres"), `CREATE DATABASE ${name}`);
  // The engine refuses to start on a database that is not in UTC.
  await query(databaseUrl(serverUrl, "postgres"), `ALTER DATABASE ${name} SET timezone = 'UTC'`);
}

/** Deletes a database, if there is one of this name, and ends its sessions. */
export async function dropDatabase(serverUrl: string, database: string): Promise<void> {
  await query(
    databaseUrl(serverUrl, "postgres"),
    `DROP DATABASE IF EXISTS ${escapeIdentifier(database)} WITH (FORCE)`,
  );
}
