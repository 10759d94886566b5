import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type ClientEnv, clientEnv, keptToken, writeClientEnv } from "./client-env.ts";
import { type CommandOptions, lastLines, runCommand } from "@tgmem/processes";
import { EngineSetupError } from "./errors.ts";
import { engineProcess } from "./engine-process.ts";
import { engineName } from "./options.ts";
import { freePorts, isPortFree } from "@tgmem/processes";
import {
  connectionsOf,
  createDatabase,
  databaseExists,
  databaseUrl,
  dropDatabase,
  query,
  requirePostgres,
  type Row,
} from "./postgres.ts";
import { serverVariables } from "./settings.ts";

/** Seeded by the engine's own set-up, the same everywhere. */
const tenant = "707d0855-80ab-4e1f-a156-f1c4546cbf52";

export interface StartEngineOptions {
  /** Lower-case letters, digits and `_`; the database is called `hatchet_<name>`. */
  name: string;
  /** Its keys, its log and `client.env`. */
  dir: string;
  /** Folder of the engine's programs, see `engineBinaries`. */
  binaries: string;
  /** A server where its user may create databases. */
  postgresUrl: string;
  grpcPort: number;
  httpPort: number;
  /** Drops what an earlier start left. @default false */
  fresh?: boolean;
  /** @default 20 */
  maxConnections?: number;
  /** Told before each step that takes a while. */
  onProgress?: (line: string) => void;
}

/** An engine on this machine that we started. */
export interface LocalEngine {
  readonly clientEnv: ClientEnv;
  /** The same variables, in a file that only its owner reads. */
  readonly clientEnvFile: string;
  readonly logFile: string;
  /** Resolves when the running engine has ended, by itself or by us. */
  exited(): Promise<void>;
  /** SIGKILL: what a crash leaves. */
  kill(): Promise<void>;
  /** Starts it again after `kill` or `stop`, on the same ports and database. */
  boot(): Promise<void>;
  /** SIGTERM, and SIGKILL after 30 s. `drop` deletes its database and folder too. */
  stop(options?: { drop?: boolean }): Promise<void>;
  /** One statement on its database. */
  sql(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * Starts the engine and resolves when it takes work. A database and keys of an earlier start are used again unless
 * `fresh`; the first start creates them, which takes 5–9 s. The engine ends with this process.
 */
export async function startEngine(options: StartEngineOptions): Promise<LocalEngine> {
  const { name, dir, binaries, postgresUrl, grpcPort, httpPort, onProgress = () => {} } = options;
  const database = `hatchet_${engineName(name)}`;
  const clientEnvFile = join(dir, "client.env");
  await requirePostgres(postgresUrl);
  await requireFreePorts([grpcPort, httpPort]);
  await requireUnused(postgresUrl, database);

  const config = join(dir, "config");
  const exists =
    (await databaseExists(postgresUrl, database)) &&
    (await access(config).then(
      () => true,
      () => false,
    ));
  const fresh = (options.fresh ?? false) || !exists;
  if (fresh) {
    onProgress(`creating the database ${database}`);
    await rm(dir, { recursive: true, force: true });
    await createDatabase(postgresUrl, database);
  }
  await mkdir(config, { recursive: true });
  await mkdir(join(dir, "static"), { recursive: true });
  await writeFile(
    join(dir, "static", "index.html"),
    "The dashboard is part of the Docker image only.\n",
  );

  const [api, files, health] = await freePorts(3);
  const ports = {
    grpc: grpcPort,
    http: httpPort,
    api: api ?? 0,
    files: files ?? 0,
    health: health ?? 0,
  };
  const settings = serverVariables({
    dir,
    database,
    postgresUrl,
    ports,
    maxConnections: options.maxConnections ?? 20,
  });
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"] ?? dir, ...settings };
  const step = (program: string, args: readonly string[]) =>
    runStep(join(binaries, program), args, { cwd: dir, env });

  if (fresh) {
    onProgress("creating its tables and keys");
    await step("hatchet-migrate", []);
    await step("hatchet-admin", [
      "quickstart",
      "--skip",
      "certs",
      "--generated-config-dir",
      config,
      "--overwrite=false",
    ]);
  }
  const createToken = [
    "token",
    "create",
    "--config",
    config,
    "--tenant-id",
    tenant,
    "--name",
    "tgmem",
    "--expiresIn",
    "8760h",
  ];
  const token =
    (await keptToken(clientEnvFile)) ?? (await step("hatchet-admin", createToken)).trim();
  const variables = clientEnv(token, ports);
  await writeClientEnv(clientEnvFile, variables);

  const sql = (text: string, values: readonly unknown[] = []) =>
    query(databaseUrl(postgresUrl, database), text, values);
  const logFile = join(dir, "engine.log");
  const lite = engineProcess({
    binary: join(binaries, "hatchet-lite"),
    args: ["--config", config],
    cwd: dir,
    env,
    ports,
    logFile,
  });
  async function boot(): Promise<void> {
    // The engine takes a dead owner's work only after a minute of silence. We are its only one, so nobody else owns it.
    await sql('DELETE FROM "ControllerPartition"');
    await sql('DELETE FROM "SchedulerPartition"');
    await sql('DELETE FROM "TenantWorkerPartition"');
    await lite.start();
  }
  onProgress("starting the engine");
  await boot();
  return {
    clientEnv: variables,
    clientEnvFile,
    logFile,
    exited: lite.exited,
    kill: lite.kill,
    boot,
    async stop({ drop = false } = {}) {
      await lite.stop();
      if (!drop) return;
      await dropDatabase(postgresUrl, database);
      await rm(dir, { recursive: true, force: true });
    },
    sql,
  };
}

async function runStep(
  program: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<string> {
  const { ok, stdout, stderr } = await runCommand(program, args, options);
  if (!ok)
    throw new EngineSetupError(
      "step_failed",
      `${program} ${args[0] ?? ""} failed:\n${lastLines(`${stdout}\n${stderr}`)}`,
    );
  return stdout;
}

async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (await isPortFree(port)) continue;
    throw new EngineSetupError(
      "port_taken",
      `Port ${port} is taken: does an engine run already? Choose others with --grpc-port and --http-port.`,
    );
  }
}

async function requireUnused(postgresUrl: string, database: string): Promise<void> {
  // Connections of an engine that was killed a moment ago take a while to end.
  for (let i = 0; i < 30 && (await connectionsOf(postgresUrl, database)) > 0; i++) await delay(100);
  const connections = await connectionsOf(postgresUrl, database);
  if (connections === 0) return;
  throw new EngineSetupError(
    "database_in_use",
    `The database ${database} has ${connections} connections: stop the engine that runs on it, or choose another --name.`,
  );
}
