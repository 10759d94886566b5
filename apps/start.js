// @ts-check
// Starts an app as it is built, after building it when a source is newer: `node apps/start.js worker`. This file is JavaScript,
// and the app takes the place of it in this very process, because whatever else is loaded stays in memory for the life of the app.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const [, self = "", app = "", ...args] = process.argv;
const root = join(import.meta.dirname, "..");
const folder = join(root, "apps", app);
const main = join(folder, "dist/main.js");

/** What runs for months and mostly waits. It takes as little memory as in the image: one arena, and what the start needed is given back. */
const serves = ["receiver", "consumer", "worker", "sender", "bot"];
const sparing = {
  flags: ["--expose-gc", "--max-semi-space-size=8"],
  env: {
    MALLOC_ARENA_MAX: "1",
    // The next start finds it compiled.
    NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compiled"),
  },
};

if (isStale()) build();
if (serves.includes(app) && process.execve && process.platform !== "win32")
  process.execve(
    process.execPath,
    [process.execPath, ...process.execArgv.filter(isNoEnvFile), ...sparing.flags, main, ...args],
    { ...sparing.env, ...process.env },
  );
process.argv = [process.execPath, main, ...args];
await import(main);

/** What is in it is in the variables by now. @param {string} flag */
function isNoEnvFile(flag) {
  return !flag.startsWith("--env-file");
}

function isStale() {
  if (!existsSync(main)) return true;
  const packages = readdirSync(join(root, "packages"));
  const sources = [
    join(folder, "src"),
    ...packages.map((name) => join(root, "packages", name, "src")),
  ];
  const files = [
    self,
    join(root, "pnpm-lock.yaml"),
    join(root, "apps/tsup.config.ts"),
    join(root, "apps/build-name.ts"),
    join(root, "apps/left-out.ts"),
  ];
  const builtAt = statSync(main).mtimeMs;
  return [...files, ...sources.flatMap(contentsOf)].some(
    (path) => statSync(path).mtimeMs > builtAt,
  );
}

/** A folder inside is newer when a file of it was removed. @param {string} source */
function contentsOf(source) {
  if (!existsSync(source)) return [];
  return readdirSync(source, { recursive: true }).map((name) => join(source, String(name)));
}

function build() {
  process.stderr.write(`building ${app} from its sources, some seconds\n`);
  // Elsewhere first, so that whoever starts meanwhile finds a whole one.
  const fresh = `node_modules/.dist-${process.pid}`;
  const tsup = join(root, "node_modules/tsup/dist/cli-default.js");
  const command = [tsup, "--config", "../tsup.config.ts", "--out-dir", fresh];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write(`${app} cannot be built:\n${stdout}${stderr}\n`);
    process.exit(1);
  }
  const place = join(folder, "dist");
  rmSync(place, { recursive: true, force: true });
  try {
    renameSync(join(folder, fresh), place);
  } catch (error) {
    // Another start was quicker, and has built the same.
    rmSync(join(folder, fresh), { recursive: true, force: true });
    if (!existsSync(main)) throw error;
  }
}
