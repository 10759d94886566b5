import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  type ClientEnv,
  engineBinaries,
  EngineSetupError,
  type Row,
  startEngine,
} from "@tgmem/hatchet-engine";
import { freePorts } from "@tgmem/processes";
import { missingServer } from "../missing.ts";
import { testPostgres } from "../postgres/test-postgres.ts";
import { dropForgotten, engineFolder } from "./drop-forgotten.ts";

/** A Hatchet engine that tests use. */
export interface TestEngine {
  /** The variables that a client needs to reach the engine. */
  readonly clientEnv: ClientEnv;
  /** True when there is no engine: `describe.skipIf(engine.missing)`. Never true in CI. */
  readonly missing: boolean;
  /** False for an engine given by HATCHET_CLIENT_TOKEN: it cannot be killed, booted or queried. */
  readonly owned: boolean;
  /** Ends the engine by SIGKILL, as a crash would. */
  kill(): Promise<void>;
  /** Starts the engine again after `kill` or `stop`. Work that was under way moves on after about 30 s. */
  boot(): Promise<void>;
  /** Ends the engine in order; `drop` deletes its database and files too. */
  stop(options?: { drop?: boolean }): Promise<void>;
  /** Runs one statement on the database of the engine. */
  sql(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Reads everything that the engine has logged. */
  log(): Promise<string>;
}

/**
 * Gives a suite a Hatchet engine: the one that HATCHET_CLIENT_TOKEN opens, else one started on free ports with a database
 * of its own, which takes 5–9 s; on the Postgres at `postgresUrl` if a test wants to kill that, too. End with `stop({ drop: true })`. Without Postgres or Go it throws in CI, and elsewhere says what is skipped.
 */
export async function testEngine({
  postgresUrl,
}: { readonly postgresUrl?: string } = {}): Promise<TestEngine> {
  if (postgresUrl !== undefined) return start(postgresUrl);
  const token = process.env["HATCHET_CLIENT_TOKEN"];
  if (token) return notOurs(givenEnv(token), { missing: false });
  const postgres = await testPostgres();
  if (postgres.missing) return notOurs(givenEnv(""), { missing: true });
  try {
    return await start(postgres.url);
  } catch (error) {
    if (!(error instanceof EngineSetupError) || error.code !== "go_missing") throw error;
    missingServer("The Hatchet engine", error.message);
    return notOurs(givenEnv(""), { missing: true });
  }
}

async function start(postgresUrl: string): Promise<TestEngine> {
  const binaries = await engineBinaries({
    env: process.env,
    onProgress: (line) => console.warn(line),
  });
  await dropForgotten(postgresUrl);
  const name = `test_${Math.floor(Date.now() / 1_000)}_${randomBytes(4).toString("hex")}`;
  const [grpcPort = 0, httpPort = 0] = await freePorts(2);
  const dir = engineFolder(`hatchet_${name}`);
  const engine = await startEngine({
    name,
    dir,
    binaries,
    postgresUrl,
    grpcPort,
    httpPort,
    maxConnections: 15,
  });
  const log = () => readFile(engine.logFile, "utf8");
  return { ...engine, log, missing: false, owned: true };
}

function givenEnv(token: string): ClientEnv {
  const {
    HATCHET_CLIENT_TLS_STRATEGY: tls,
    HATCHET_CLIENT_HOST_PORT: hostPort,
    HATCHET_CLIENT_API_URL: apiUrl,
  } = process.env;
  return {
    HATCHET_CLIENT_TOKEN: token,
    HATCHET_CLIENT_TLS_STRATEGY: tls ?? "none",
    HATCHET_CLIENT_HOST_PORT: hostPort ?? "127.0.0.1:7077",
    HATCHET_CLIENT_API_URL: apiUrl ?? "http://127.0.0.1:8888",
  };
}

function notOurs(clientEnv: ClientEnv, { missing }: { missing: boolean }): TestEngine {
  return {
    clientEnv,
    missing,
    owned: false,
    kill: refuse,
    boot: refuse,
    sql: refuse,
    log: refuse,
    stop: async () => {},
  };
}

const refuse = () =>
  Promise.reject(
    new Error(
      "This engine was not started by the tests: unset HATCHET_CLIENT_TOKEN to get one that may be killed.",
    ),
  );
