import { setTimeout as delay } from "node:timers/promises";
import { isPortFree } from "@tgmem/processes";
import type { EngineData } from "./engine-data.ts";
import { EngineSetupError } from "./errors.ts";
import { countSessions } from "./postgres.ts";

/** Throws `port_taken` when somebody listens on one of the ports. */
export async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (await isPortFree(port)) continue;
    throw new EngineSetupError(
      "port_taken",
      `Port ${port} is taken: does an engine run already? Choose others with --grpc-port and --http-port.`,
    );
  }
}

/** Throws `database_in_use` when somebody is connected to the engine's database. */
export async function requireUnused({ postgresUrl, database }: EngineData): Promise<void> {
  const sessions = () => countSessions(postgresUrl, database);
  // The sessions of an engine that was killed a moment ago take a while to end.
  for (let i = 0; i < 30 && (await sessions()) > 0; i++) await delay(100);
  const left = await sessions();
  if (left === 0) return;
  throw new EngineSetupError(
    "database_in_use",
    `The database ${database} has ${left} sessions: stop the engine that runs on it, or choose another --name.`,
  );
}
