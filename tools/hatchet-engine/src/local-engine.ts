import { join } from "node:path";
import type { ClientEnv } from "./client-env.ts";
import { dropData, type EngineData } from "./engine-data.ts";
import { engineProcess } from "./engine-process.ts";
import { databaseUrl, query, type Row } from "./postgres.ts";
import type { EnginePorts } from "./settings.ts";

/** An engine on this machine that we started. */
export interface LocalEngine {
  /** The variables that a process needs to reach the engine. */
  readonly clientEnv: ClientEnv;
  /** The file with the variables of `clientEnv`, which only its owner reads. */
  readonly clientEnvFile: string;
  readonly logFile: string;
  /** Resolves when the running engine has ended, by itself or by us. */
  exited(): Promise<void>;
  /** Ends the engine by SIGKILL, which leaves what a crash leaves. */
  kill(): Promise<void>;
  /** Starts the engine again after `kill` or `stop`, on the same ports and database. */
  boot(): Promise<void>;
  /** Ends the engine by SIGTERM, and by SIGKILL after 30 s. `drop` deletes its database and folder too. */
  stop(options?: { drop?: boolean }): Promise<void>;
  /** Runs one statement on the database of the engine. */
  sql(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** What a start of the engine needs beside its data. */
export interface LocalEngineOptions {
  /** The folder of the engine's programs. */
  readonly binaries: string;
  readonly env: NodeJS.ProcessEnv;
  readonly ports: EnginePorts;
  readonly clientEnv: ClientEnv;
}

/** Gives the handle of an engine that is set up and does not run yet. */
export function localEngine(
  data: EngineData,
  { binaries, env, ports, clientEnv }: LocalEngineOptions,
): LocalEngine {
  const { clientEnvFile, logFile } = data;
  const lite = engineProcess({
    binary: join(binaries, "hatchet-lite"),
    args: ["--config", data.configDir],
    cwd: data.dir,
    env,
    ports,
    logFile,
  });
  const sql = (text: string, values: readonly unknown[] = []) =>
    query(databaseUrl(data.postgresUrl, data.database), text, values);
  return {
    clientEnv,
    clientEnvFile,
    logFile,
    exited: lite.exited,
    kill: lite.kill,
    async boot() {
      // The engine takes a dead owner's work only after a minute of silence. We are its only one, so nobody else owns it.
      await sql('DELETE FROM "ControllerPartition"');
      await sql('DELETE FROM "SchedulerPartition"');
      await sql('DELETE FROM "TenantWorkerPartition"');
      // It leased queues for half a minute. Now they end when the workers are back, and not before, however long it was away: an
      // engine that takes a queue while nobody works on it looks at it again a minute or two later.
      await sql('UPDATE "Lease" SET "expiresAt" = now() + make_interval(secs => 12)');
      await lite.start();
    },
    async stop({ drop = false } = {}) {
      await lite.stop();
      if (drop) await dropData(data);
    },
    sql,
  };
}
