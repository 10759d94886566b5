import { freePorts } from "@tgmem/processes";
import { clientEnv, keptToken, writeClientEnv } from "./client-env.ts";
import { createData, engineData, finishData, isKept, makeFolders } from "./engine-data.ts";
import { type LocalEngine, localEngine } from "./local-engine.ts";
import { requirePostgres } from "./postgres.ts";
import { requireFreePorts, requireUnused } from "./preconditions.ts";
import { type EnginePorts, serverVariables } from "./settings.ts";
import { setupPrograms } from "./setup-programs.ts";

/** What engine is started, and where. */
export interface StartEngineOptions {
  /** The name of the engine, of lower-case letters, digits and `_`; the database is called `hatchet_<name>`. */
  name: string;
  /** The folder of the keys, the log and `client.env`. */
  dir: string;
  /** The folder of the engine's programs, see `engineBinaries`. */
  binaries: string;
  /** The address of a Postgres server whose user may create databases. */
  postgresUrl: string;
  /** The port where workers and triggers connect. */
  grpcPort: number;
  /** The port of the REST API. */
  httpPort: number;
  /** Drops what an earlier start left. @default false */
  fresh?: boolean;
  /** How many connections to Postgres the engine may hold. @default 20 */
  maxConnections?: number;
  /** Told before each step that takes a while. */
  onProgress?: (line: string) => void;
}

/**
 * Starts the engine and resolves when it takes work. A database and keys of an earlier start are used again unless
 * `fresh`; the first start creates them, which takes 5–9 s. The engine ends with this process.
 */
export async function startEngine(options: StartEngineOptions): Promise<LocalEngine> {
  const { binaries, postgresUrl, grpcPort, httpPort, onProgress = () => {} } = options;
  const data = engineData(options.name, options.dir, postgresUrl);
  await requirePostgres(postgresUrl);
  await requireFreePorts([grpcPort, httpPort]);
  await requireUnused(data);

  const isNew = options.fresh === true || !(await isKept(data));
  if (isNew) {
    onProgress(`creating the database ${data.database}`);
    await createData(data);
  }
  await makeFolders(data);

  const ports = await enginePorts(grpcPort, httpPort);
  const { maxConnections = 20 } = options;
  const settings = serverVariables({ ...data, ports, maxConnections });
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"] ?? data.dir, ...settings };
  const programs = setupPrograms(data, { binaries, env });
  if (isNew) {
    onProgress("creating its tables and keys");
    await programs.createTables();
    await programs.createKeys();
    await finishData(data);
  }
  const token = (await keptToken(data.clientEnvFile)) ?? (await programs.createToken());
  const variables = clientEnv(token, ports);
  await writeClientEnv(data.clientEnvFile, variables);

  onProgress("starting the engine");
  const engine = localEngine(data, { binaries, env, ports, clientEnv: variables });
  await engine.boot();
  return engine;
}

async function enginePorts(grpc: number, http: number): Promise<EnginePorts> {
  const [api = 0, files = 0, health = 0] = await freePorts(3);
  return { grpc, http, api, files, health };
}
