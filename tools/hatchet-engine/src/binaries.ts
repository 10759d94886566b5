import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { folderOfPrograms, lastLines, runCommand } from "@tgmem/processes";
import { EngineSetupError } from "./errors.ts";
import { withLock } from "./lock.ts";
import { engineVersion, moduleFolder } from "./version.ts";

/** The programs: the engine itself, the one that creates its tables, and the one that makes keys and tokens. */
const names = ["hatchet-lite", "hatchet-migrate", "hatchet-admin"] as const;

/** What `engineBinaries` needs to find or build the programs. */
export interface BinariesOptions {
  /** The variables among which HATCHET_BIN, XDG_CACHE_HOME and Go's own are looked for. */
  env: NodeJS.ProcessEnv;
  /** Told once, before a build that takes minutes. */
  onProgress?: (line: string) => void;
}

/**
 * Gives the folder of the three programs: HATCHET_BIN, else the cache, else built into the cache by Go from the versions
 * that go.mod and go.sum pin. Two processes that need them at once share one build.
 */
export async function engineBinaries({
  env,
  onProgress = () => {},
}: BinariesOptions): Promise<string> {
  const given = env["HATCHET_BIN"];
  if (given) {
    if (isComplete(given)) return given;
    throw new EngineSetupError(
      "binaries_missing",
      `HATCHET_BIN is ${given}, but not all of ${names.join(", ")} are there.`,
    );
  }
  const folder = binariesFolder(env);
  if (isComplete(folder)) return folder;
  await mkdir(join(folder, ".."), { recursive: true });
  return withLock(`${folder}-build.lock`, async () => {
    if (!isComplete(folder)) {
      onProgress("building the engine, about 2–8 minutes the first time");
      await build(folder, env);
    }
    return folder;
  });
}

/** Names the folder where a build is kept; each version of the engine has one. */
export function binariesFolder(env: NodeJS.ProcessEnv): string {
  const cache = env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache");
  return join(cache, "tgmem", "hatchet-engine", engineVersion());
}

async function build(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  // Built aside and moved at the end, so that a build which was cut off is never taken for a whole one.
  const aside = await mkdtemp(`${folder}-building-`);
  const flags = `-s -w -X main.Version=${engineVersion()}`;
  const args = ["build", "-ldflags", flags, "-o", `${aside}/`, "tool"];
  const built = await runCommand("go", args, { cwd: moduleFolder, env });
  if (!built.ok) {
    await rm(aside, { recursive: true, force: true });
    throw built.missing
      ? goMissing()
      : new EngineSetupError(
          "build_failed",
          `go build failed in tools/hatchet-engine:\n${lastLines(built.stderr)}`,
        );
  }
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
}

const goMissing = () =>
  new EngineSetupError(
    "go_missing",
    "Go is missing: install Go 1.26 or newer (https://go.dev/dl), or set HATCHET_BIN to a folder with the engine's programs, or run the engine by docker-compose.",
  );

const isComplete = (folder: string): boolean => folderOfPrograms(names, [folder]) !== null;
