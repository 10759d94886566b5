import { join } from "node:path";
import { parseArgs } from "node:util";
import { EngineSetupError } from "./errors.ts";
import { defaultPostgresUrl } from "./postgres.ts";
import { moduleFolder } from "./version.ts";

/** What `pnpm engine --help` prints. */
export const help = `Runs the Hatchet engine on this machine, without Docker.

  pnpm engine [options]

  --name NAME         an engine of its own, with its own database    (dev)
  --grpc-port PORT    where workers and triggers connect             (7077)
  --http-port PORT    its REST API                                   (8888)
  --postgres URL      a server where the user may create databases   (PG_ADMIN_URL, else ${defaultPostgresUrl})
  --fresh             drop this engine's database and keys first
  --build             build the engine into the cache, and exit
  --help

The first start builds the engine with Go (2–8 minutes). HATCHET_BIN names a folder with ready programs instead.
Database, keys and token are kept between starts. Ctrl-C stops it.
`;

/** What the command line and the environment ask for. */
export interface Options {
  help: boolean;
  build: boolean;
  name: string;
  dir: string;
  grpcPort: number;
  httpPort: number;
  fresh: boolean;
  postgresUrl: string;
}

/** Reads the command line. Throws `invalid_argument`, naming the option and what it expects. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const values = parse(args);
  const { name } = values;
  return {
    help: values.help,
    build: values.build,
    name: engineName(name),
    dir: join(moduleFolder, "..", "..", ".data", "engine", name),
    grpcPort: port("--grpc-port", values["grpc-port"]),
    httpPort: port("--http-port", values["http-port"]),
    fresh: values.fresh,
    postgresUrl: postgresUrl(values.postgres ?? env["PG_ADMIN_URL"] ?? defaultPostgresUrl),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      // `pnpm engine -- --help` passes the dashes on.
      args: args.filter((arg) => arg !== "--"),
      options: {
        help: { type: "boolean", default: false },
        build: { type: "boolean", default: false },
        fresh: { type: "boolean", default: false },
        name: { type: "string", default: "dev" },
        "grpc-port": { type: "string", default: "7077" },
        "http-port": { type: "string", default: "8888" },
        postgres: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new EngineSetupError(
      "invalid_argument",
      `${error instanceof Error ? error.message : String(error)} See --help.`,
      { cause: error },
    );
  }
}

/** Gives the name back when it can be part of a database's and a folder's name, and throws `invalid_argument` when not. */
export function engineName(name: string): string {
  if (/^[a-z][a-z0-9_]{0,40}$/.test(name)) return name;
  throw new EngineSetupError(
    "invalid_argument",
    `Expected the engine's name to be lower-case letters, digits and _, got ${JSON.stringify(name)}.`,
  );
}

function port(option: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new EngineSetupError(
    "invalid_argument",
    `Expected ${option} to be a port, got ${JSON.stringify(value)}.`,
  );
}

function postgresUrl(value: string): string {
  if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return value;
  throw new EngineSetupError(
    "invalid_argument",
    "Expected the Postgres URL to look like postgresql://user@host:5432.",
  );
}
