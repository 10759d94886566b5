import { join } from "node:path";
import { lastLines, runCommand } from "@tgmem/processes";
import type { EngineData } from "./engine-data.ts";
import { EngineSetupError } from "./errors.ts";

/** The id of the one tenant that the engine's own set-up makes; it is the same everywhere. */
const tenant = "707d0855-80ab-4e1f-a156-f1c4546cbf52";

/** The programs that prepare an engine and then end. Each rejects with `step_failed` and what the program said. */
export interface SetupPrograms {
  /** Creates the tables of the database, or brings them up to date. */
  createTables(): Promise<void>;
  /** Creates the keys in `configDir`, and the tenant in the database. */
  createKeys(): Promise<void>;
  /** Makes a token that opens the engine for a year. */
  createToken(): Promise<string>;
}

/** How the programs are found and run. */
export interface SetupOptions {
  /** The folder of the engine's programs. */
  readonly binaries: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Makes the set-up programs of one engine callable. */
export function setupPrograms(
  { dir, configDir }: EngineData,
  { binaries, env }: SetupOptions,
): SetupPrograms {
  async function run(name: string, args: readonly string[]): Promise<string> {
    const program = join(binaries, name);
    const { ok, stdout, stderr } = await runCommand(program, args, { cwd: dir, env });
    if (ok) return stdout;
    throw new EngineSetupError(
      "step_failed",
      `${program} ${args[0] ?? ""} failed:\n${lastLines(`${stdout}\n${stderr}`)}`,
    );
  }
  return {
    async createTables() {
      await run("hatchet-migrate", []);
    },
    async createKeys() {
      const where = ["--generated-config-dir", configDir, "--overwrite=false"];
      await run("hatchet-admin", ["quickstart", "--skip", "certs", ...where]);
    },
    async createToken() {
      const which = ["--tenant-id", tenant, "--name", "tgmem", "--expiresIn", "8760h"];
      const token = await run("hatchet-admin", [
        "token",
        "create",
        "--config",
        configDir,
        ...which,
      ]);
      return token.trim();
    },
  };
}
