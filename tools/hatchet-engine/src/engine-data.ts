import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { engineName } from "./options.ts";
import { createDatabase, databaseExists, dropDatabase } from "./postgres.ts";

/** What an engine keeps between its starts: a database, and the files of one folder. */
export interface EngineData {
  /** The server where its database is. */
  readonly postgresUrl: string;
  readonly database: string;
  readonly dir: string;
  /** The file that is there from the first moment until tables and keys are complete. */
  readonly unfinishedFile: string;
  /** The folder of its keys. */
  readonly configDir: string;
  /** The folder of what it serves instead of a dashboard. */
  readonly staticDir: string;
  /** The variables of its clients, with the token. */
  readonly clientEnvFile: string;
  readonly logFile: string;
}

/** Names the database and the files of an engine. Throws `invalid_argument` for a name that cannot be part of theirs. */
export function engineData(name: string, dir: string, postgresUrl: string): EngineData {
  return {
    postgresUrl,
    database: `hatchet_${engineName(name)}`,
    dir,
    unfinishedFile: join(dir, "unfinished"),
    configDir: join(dir, "config"),
    staticDir: join(dir, "static"),
    clientEnvFile: join(dir, "client.env"),
    logFile: join(dir, "engine.log"),
  };
}

/** Whether an earlier start has left a whole database and keys, not one that was cut off in the middle of them. */
export async function isKept(data: EngineData): Promise<boolean> {
  const { postgresUrl, database, configDir, unfinishedFile } = data;
  return (
    (await exists(configDir)) &&
    !(await exists(unfinishedFile)) &&
    (await databaseExists(postgresUrl, database))
  );
}

/** Makes an empty database and an empty folder in the place of what is there. They count as kept after `finishData`. */
export async function createData(data: EngineData): Promise<void> {
  const { postgresUrl, database, dir, unfinishedFile } = data;
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  await writeFile(unfinishedFile, "");
  await createDatabase(postgresUrl, database);
}

/** Lets later starts use the database and the keys, which are complete. */
export async function finishData({ unfinishedFile }: EngineData): Promise<void> {
  await rm(unfinishedFile, { force: true });
}

/** Makes the folders that the engine does not make itself. */
export async function makeFolders({ configDir, staticDir }: EngineData): Promise<void> {
  await mkdir(configDir, { recursive: true });
  await mkdir(staticDir, { recursive: true });
  await writeFile(
    join(staticDir, "index.html"),
    "The dashboard is part of the Docker image only.\n",
  );
}

/** Deletes the database and the folder. */
export async function dropData({ postgresUrl, database, dir }: EngineData): Promise<void> {
  await dropDatabase(postgresUrl, database);
  await rm(dir, { recursive: true, force: true });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
