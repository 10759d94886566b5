import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dieWithUs, folderOfPrograms, foldersOnPath, freePort, until } from "@tgmem/processes";
import { redisPid } from "./answers.ts";

/** What is told to a Redis server that is started. */
export interface RedisSettings {
  /** Whether it keeps an append-only file. @default true */
  readonly appendonly?: boolean;
  /**
   * When Redis writes to the disk. `everysec`, as in production, delays what was acknowledged on a busy disk, and a
   * kill loses it.
   * @default "always"
   */
  readonly fsync?: "always" | "everysec";
  /** The port on which this server talks to the others of its cluster. @default none: a server that stands alone */
  readonly clusterPort?: number;
  /** Variables of its environment besides our own. @default none */
  readonly env?: Readonly<Record<string, string>>;
}

/** A Redis server that was started for one process, which may kill it. */
export interface PrivateRedis {
  readonly url: string;
  readonly port: number;
  /** Ends the server by SIGKILL, which leaves what a crash leaves. */
  kill(): Promise<void>;
  /** Starts the server again on the same port and folder; kills it first when it runs. */
  restart(): Promise<void>;
  /** Kills the server and deletes its folder. */
  stop(): Promise<void>;
}

/** Finds the program of a Redis or Valkey server on the PATH; null when there is none. */
export function redisBinary(path?: string): string | null {
  for (const name of ["redis-server", "valkey-server"]) {
    const folder = folderOfPrograms([name], foldersOnPath(path));
    if (folder !== null) return join(folder, name);
  }
  return null;
}

/**
 * Starts a server of one's own that may be killed: a free port of 127.0.0.1, a temporary folder, and an append-only
 * file, so that what it acknowledged survives `kill` and `restart`. It ends with this process.
 */
export async function startRedis(settings: RedisSettings = {}): Promise<PrivateRedis> {
  const binary = requireBinary();
  const dir = await mkdtemp(join(tmpdir(), "tgmem-redis-"));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  async function kill(): Promise<void> {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, "exit");
    running.kill("SIGKILL");
    await gone;
  }
  async function start(): Promise<void> {
    const env = { ...process.env, ...settings.env };
    const server = spawn(binary, serverArguments(dir, port, settings), { stdio: "ignore", env });
    server.unref();
    dieWithUs(server, { remove: dir });
    child = server;
    let failure: Error | null = null;
    server.once("error", (error) => (failure = error));
    server.once(
      "exit",
      (code) => (failure ??= new Error(`${binary} ended with code ${code} on port ${port}.`)),
    );
    await until(
      async () => {
        if (failure && child === server) throw failure;
        // Another one may have taken the port meanwhile, and would answer in its place.
        return (await redisPid(url)) === server.pid;
      },
      { what: `${binary} to answer on port ${port}` },
    );
  }
  const remove = () => rmSync(dir, { recursive: true, force: true });
  process.once("exit", remove);
  await start();
  return {
    url,
    port,
    kill,
    async restart() {
      await kill();
      await start();
    },
    async stop() {
      await kill();
      process.off("exit", remove);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function serverArguments(
  dir: string,
  port: number,
  { appendonly = true, fsync = "always", clusterPort }: RedisSettings,
): string[] {
  const where = ["--bind", "127.0.0.1", "--port", String(port), "--dir", dir];
  const file = ["--save", "", "--appendonly", appendonly ? "yes" : "no", "--appendfsync", fsync];
  if (clusterPort === undefined) return [...where, ...file];
  return [...where, ...file, "--cluster-enabled", "yes", "--cluster-port", String(clusterPort)];
}

function requireBinary(): string {
  const binary = redisBinary();
  if (binary === null)
    throw new Error(
      "No redis-server and no valkey-server on the PATH: install Redis 7.0 or newer.",
    );
  return binary;
}
