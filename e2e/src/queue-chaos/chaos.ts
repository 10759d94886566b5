import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { until } from "@tgmem/processes";
import { redisQueue } from "@tgmem/queue/redis";
import { newestLog, rewriteLog, startRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { cutLog, type Loss } from "./power-loss.ts";
import { randomNumbers } from "./random.ts";
import { verdict, type Verdict } from "./verdict.ts";

/** What a kill of Redis does to its log. */
export type Log =
  /** Nothing: all that was answered is there. */
  | "whole"
  /** Its end is cut off, as by a power loss, and it is written anew after the next start. */
  | "torn and rewritten"
  /** Its end is cut off, and half a script comes to life when Redis starts again later. */
  | "torn";

interface ChaosOptions {
  readonly handOff: boolean;
  readonly log: Log;
  readonly jobs: number;
  readonly seed: number;
}

/** What became of the jobs; each number that is not one of disturbances must be 0. */
interface ChaosOutcome extends Verdict {
  readonly mended: number;
  readonly keysLeft: readonly string[];
  readonly disturbances: Readonly<Record<string, number>>;
}

const lanes = 100;
const disturbancesPerRun = 14;
const longMs = 300_000;
const longestCut = 131_072;
const kinds = ["redis", "producer", "client", "holder", "redis", "holder"] as const;

/** Lets processes push and finish jobs, and kills them, their connections and Redis, until every job has ended. */
export async function chaos({ handOff, log, jobs, seed }: ChaosOptions): Promise<ChaosOutcome> {
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
  const losses: Loss[] = [];
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

  const ended = async () =>
    children.get("producer")?.exitCode === 0 && (await queue.stats()).depth === 0;
  const handled = () => notes.hlen("settled");
  const progress = (enough: number) =>
    until(async () => (await handled()) >= enough || (await ended()), {
      what: "progress",
      timeoutMs: longMs,
    });

  /** As the apps do when they start and every few minutes. */
  async function repair(): Promise<void> {
    if ((await queue.repair()).mended) mended++;
  }
  /** What was pushed last may be gone, so it is pushed again, in its order: by a producer that begins anew. */
  async function losePower(): Promise<void> {
    const file = await newestLog(redis);
    await Promise.all([server.kill(), kill("producer")]);
    losses.push(await cutLog(file, Math.ceil(random() * longestCut)));
    await server.restart();
    if (log === "torn and rewritten") await rewriteLog(redis);
    await repair(); // The last one may be gone, too.
    start("producer");
    // Only what is written behind half a script brings it to life, at the next start.
    await progress((await handled()) + 50);
    await server.restart();
  }
  async function disturb(): Promise<void> {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? "client";
    disturbances[kind] = (disturbances[kind] ?? 0) + 1;
    if (kind === "client") await redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
    if (kind === "redis") await (log === "whole" ? server.restart() : losePower());
    const victim =
      kind === "producer" ? kind : (holders[Math.floor(random() * holders.length)] ?? "");
    if (kind !== "producer" && kind !== "holder") return;
    await kill(victim);
    start(victim);
  }

  try {
    for (const name of ["producer", ...holders]) start(name);
    for (let count = 1; count <= disturbancesPerRun; count++) {
      await progress((jobs * count) / (disturbancesPerRun + 2));
      await disturb();
      await repair();
    }
    await until(ended, { what: "the end of all jobs", timeoutMs: longMs, everyMs: 50 });
    await repair();
    const keys = await redis.keys("*");
    const kept = /^q:\{chaos\}:(?:seen:|take:|stats$|options$|suspects$|bell$)/;
    return {
      ...(await verdict(notes, { jobs, lanes, losses, isRewritten: log !== "torn" })),
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
