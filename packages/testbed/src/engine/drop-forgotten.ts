import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUrl, dropDatabase, query } from "@tgmem/hatchet-engine";

const hourS = 3_600;

/**
 * Drops the databases and folders of test engines whose process was killed before it could do so. They are those older
 * than two hours, which their name tells.
 */
export async function dropForgotten(postgresUrl: string, nowS = Date.now() / 1_000): Promise<void> {
  const rows = await query(
    databaseUrl(postgresUrl, "postgres"),
    "SELECT datname FROM pg_database WHERE datname LIKE 'hatchet\\_test\\_%'",
  );
  const forgotten = rows
    .map(({ datname }) => String(datname))
    .filter((name) => isForgotten(name, nowS));
  for (const name of forgotten) {
    await dropDatabase(postgresUrl, name);
    await rm(engineFolder(name), { recursive: true, force: true });
  }
}

/** Names the folder in which the engine with this database keeps its keys and its log. */
export const engineFolder = (database: string): string => join(tmpdir(), `tgmem-${database}`);

/** Whether a database, called `hatchet_test_<seconds since 1970>_<random>`, is older than two hours. */
export function isForgotten(database: string, nowS: number): boolean {
  const createdS = /^hatchet_test_(\d+)_[0-9a-f]+$/.exec(database)?.[1];
  return createdS !== undefined && Number(createdS) < nowS - 2 * hourS;
}
