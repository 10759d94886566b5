import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdir, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "@tgmem/processes";
import { redisQueue } from "@tgmem/queue/redis";
import { startRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { randomNumbers } from "./random.ts";

interface ChaosOptions {
  readonly handOff: boolean;
  /** Whether a kill of Redis also cuts off the end of its log, as a power loss does. */
  readonly tornLog: boolean;
  readonly jobs: number;
  readonly seed: number;
}

/** What became of the jobs; each number that is not one of disturbances must be 0. */
interface ChaosOutcome {
  readonly lost: number;
  readonly outOfOrder: number;
  readonly settledTwice: number;
  readonly mended: number;
  readonly keysLeft: readonly string[];
  readonly disturbances: Readonly<Record<string, number>>;
}

const lanes = 100;
const disturbancesPerRun = 14;
const longMs = 300_000;
const kinds = ["redis", "producer", "client", "holder", "redis", "holder"] as const;

/** Lets processes push and finish jobs, and kills them, their connections and Redis, until every job has ended. */
export async function chaos({ handOff, tornLog, jobs, seed }: ChaosOptions): Promise<ChaosOutcome> {
  const random = randomNumbers(seed);
  const [server, notesServer] = await Promise.all([
    startRedis(),
    startRedis({ appendonly: false }),
  ]);
  const redis = new Redis(server.port, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  const notes = new Redis(notesServer.port);
  for (const client of [redis, notes]) client.on("error", () => {});
  const queue = redisQueue(redis, { name: "chaos", schema: { parse: Number } });
  const children = new Map<string, ChildProcess>();
  const disturbances: Record<string, number> = {};
  let started = 0;
  let mended = 0;

  function start(name: string): void {
    const file = fileURLToPath(new URL("chaos-process.ts", import.meta.url));
    const [role = ""] = name.split(" ");
    const seen = [server.port, notesServer.port, handOff, lanes, jobs, seed * 1_000 + started++];
    const execArgv = ["--conditions=@tgmem/source", "--disable-warning=ExperimentalWarning"];
    children.set(name, fork(file, [role, ...seen.map(String)], { execArgv }));
  }
  async function kill(name: string): Promise<void> {
    const child = children.get(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
  const holders = handOff
    ? ["taker 1", "taker 2", "worker 1", "worker 2"]
    : ["consumer 1", "consumer 2", "consumer 3"];

  /** What was pushed last may be gone, so it is pushed again, in its order: by a producer that begins anew. */
  async function losePower(): Promise<void> {
    const dir = String(Object.values(await redis.config("GET", "dir")).at(-1));
    await Promise.all([server.kill(), kill("producer")]);
    await cutLog(join(dir, "appendonlydir"), Math.floor(random() * 4_096));
    await server.restart();
    await rewriteLog(redis);
    await server.restart(); // What is half done would come to life now.
    start("producer");
  }
  async function disturb(): Promise<void> {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? "client";
    disturbances[kind] = (disturbances[kind] ?? 0) + 1;
    if (kind === "client") await redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
    if (kind === "redis") await (tornLog ? losePower() : server.restart());
    const victim =
      kind === "producer" ? kind : (holders[Math.floor(random() * holders.length)] ?? "");
    if (kind !== "producer" && kind !== "holder") return;
    await kill(victim);
    start(victim);
  }

  const handled = () => notes.hlen("settled");
  const ended = async () =>
    children.get("producer")?.exitCode === 0 && (await queue.stats()).depth === 0;
  try {
    for (const name of ["producer", ...holders]) start(name);
    for (let count = 1; count <= disturbancesPerRun; count++) {
      const enough = (jobs * count) / (disturbancesPerRun + 2);
      await until(async () => (await handled()) >= enough, { what: "progress", timeoutMs: longMs });
      await disturb();
      if ((await queue.repair()).mended) mended++;
    }
    await until(ended, { what: "the end of all jobs", timeoutMs: longMs, everyMs: 50 });
    if ((await queue.repair()).mended) mended++;
    const keys = await redis.keys("*");
    const kept = /^q:\{chaos\}:(?:seen:|take:|stats$|options$|suspects$|bell$)/;
    return {
      ...(await verdict(notes, jobs)),
      mended,
      keysLeft: keys.filter((key) => !kept.test(key)),
      disturbances,
    };
  } finally {
    await Promise.all([...children.keys()].map(kill));
    await queue.close();
    for (const client of [redis, notes]) client.disconnect();
    await Promise.all([server.stop(), notesServer.stop()]);
  }
}

async function verdict(
  notes: Redis,
  jobs: number,
): Promise<Pick<ChaosOutcome, "lost" | "outOfOrder" | "settledTwice">> {
  let [delivered, outOfOrder] = [0, 0];
  for (let lane = 0; lane < lanes; lane++) {
    const first = [...new Set(await notes.lrange(`delivered:l${lane}`, 0, -1))].map(Number);
    delivered += first.length;
    outOfOrder += first.filter((body, at) => at > 0 && body < (first[at - 1] ?? 0)).length;
  }
  const counts = Object.values(await notes.hgetall("settled"));
  const settledTwice = counts.filter((count) => Number(count) > 1).length;
  return { lost: jobs - delivered, outOfOrder, settledTwice };
}

async function cutLog(folder: string, bytes: number): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".incr.aof"));
  const sizes = await Promise.all(
    files.map(async (name) => (await stat(join(folder, name))).mtimeMs),
  );
  const newest = join(folder, files[sizes.indexOf(Math.max(...sizes))] ?? "");
  const { size } = await stat(newest);
  await truncate(newest, Math.max(0, size - bytes));
}

async function rewriteLog(redis: Redis): Promise<void> {
  await redis.call("BGREWRITEAOF");
  await until(async () => {
    const info = await redis.info("persistence");
    return /aof_rewrite_in_progress:0/.test(info) && /aof_rewrite_scheduled:0/.test(info);
  });
}
