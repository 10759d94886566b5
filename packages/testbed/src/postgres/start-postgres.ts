import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, globSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresAnswers } from "@tgmem/hatchet-engine";
import {
  dieWithUs,
  folderOfPrograms,
  foldersOnPath,
  freePort,
  lastLines,
  runCommand,
  until,
} from "@tgmem/processes";

const nobody = 65_534;

/** A Postgres server that was started for one process. */
export interface PrivatePostgres {
  /** The address without a database; its user may create some. */
  readonly url: string;
  /** Ends the server at once and without care, as a crash would, and starts it again on the same port and folder. */
  restart(): Promise<void>;
  /** Ends the server and deletes its folder. */
  stop(): Promise<void>;
}

/**
 * Finds the folder of `initdb` and `postgres`, or null: on the PATH, else where Debian keeps them, the newest version
 * first.
 */
export function postgresFolder(): string | null {
  const debian = globSync("/usr/lib/postgresql/*/bin").toSorted((a, b) =>
    b.localeCompare(a, "en", { numeric: true }),
  );
  return folderOfPrograms(["initdb", "postgres"], [...foldersOnPath(), ...debian]);
}

/** Starts a Postgres of one's own in a temporary folder, on a free port of 127.0.0.1. It ends with this process. */
export async function startPostgres(): Promise<PrivatePostgres> {
  const folder = postgresFolder();
  if (folder === null)
    throw new Error("No initdb and postgres on the PATH: install PostgreSQL 15 or newer.");
  const dir = await mkdtemp(join(tmpdir(), "tgmem-postgres-"));
  const user = await unprivilegedUser();
  if (user !== null) chownSync(dir, user.uid, user.gid);
  const options = { cwd: dir, env: process.env, ...user };
  const { ok, stderr } = await runCommand(join(folder, "initdb"), initArguments(dir), options);
  if (!ok) throw new Error(`initdb failed:\n${lastLines(stderr)}`);
  const port = await freePort();
  const url = `postgresql://postgres@127.0.0.1:${port}`;
  const remove = () => rmSync(dir, { recursive: true, force: true });
  process.once("exit", remove);

  async function start(): Promise<ChildProcess> {
    const args = serverArguments(dir, port);
    const started = spawn(join(folder ?? "", "postgres"), args, { ...options, stdio: "ignore" });
    started.unref();
    dieWithUs(started, { remove: dir });
    await until(
      async () => {
        if (started.exitCode !== null)
          throw new Error(`postgres ended with code ${started.exitCode} on port ${port}.`);
        return postgresAnswers(url);
      },
      { everyMs: 50, what: "a private Postgres to answer" },
    );
    return started;
  }
  let server = await start();
  return {
    url,
    async restart() {
      // SIGQUIT: at once, and the next start recovers as after a crash. After a SIGKILL its children would hold the folder for a while.
      await end(server, "SIGQUIT");
      server = await start();
    },
    async stop() {
      // SIGINT: its fast shutdown, which does not wait for clients.
      await end(server, "SIGINT");
      process.off("exit", remove);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function end(running: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(running, "exit");
  running.kill(signal);
  await gone;
}

function initArguments(dir: string): string[] {
  const user = ["-U", "postgres", "--auth", "trust"];
  return ["-D", join(dir, "data"), ...user, "--encoding", "UTF8", "--locale", "C", "--no-sync"];
}

function serverArguments(dir: string, port: number): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: dir,
    timezone: "UTC",
    max_connections: "200",
    // Its data lives as long as the tests: no need to wait for the disk.
    fsync: "off",
  };
  const set = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", join(dir, "data"), "-p", String(port), ...set];
}

/** Postgres refuses to run as root, so root lends it another user. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  return { uid: await idOfPostgres("-u"), gid: await idOfPostgres("-g") };
}

async function idOfPostgres(flag: "-u" | "-g"): Promise<number> {
  const { ok, stdout } = await runCommand("id", [flag, "postgres"], { cwd: "/", env: process.env });
  return ok ? Number(stdout) : nobody;
}
