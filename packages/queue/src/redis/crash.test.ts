import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ownRedis } from "@tgmem/testbed";
import { until } from "@tgmem/processes";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";
import { redisQueue } from "./redis-queue.ts";

const lanes = 12;
const each = 250;

const modes = ["take and settle", "hand-off"];

it.for(modes)(
  "loses no job and keeps the order of every lane, whatever is killed: %s",
  { timeout: 600_000 },
  async (mode, context) => {
    const server = await ownRedis();
    context.skip(server.missing, "no redis-server");
    onTestFinished(() => server.stop());
    const redis = new Redis(server.url);
    redis.on("error", () => {});
    onTestFinished(() => redis.disconnect());
    const queue = redisQueue(redis, {
      name: "crash",
      schema: { parse: Number },
      maxEndedLeases: 1_000,
      handOff: mode === "hand-off",
    });
    onTestFinished(() => queue.close());

    const consumers: ChildProcess[] = [];
    const start = () => {
      const file = fileURLToPath(new URL("consumer.kit.ts", import.meta.url));
      const execArgv = ["--conditions=@tgmem/source", "--disable-warning=ExperimentalWarning"];
      consumers.push(fork(file, [server.url, "crash", "log", mode], { execArgv }));
    };
    onTestFinished(() => consumers.forEach((child) => child.kill("SIGKILL")));
    start();
    start();

    const handled = () => redis.llen("log").catch(() => 0);
    /** Some more jobs are handled, so whatever was killed is replaced and works. */
    const progress = async () => {
      const before = await until(handled, { timeoutMs: 120_000 });
      await until(async () => (await handled()) >= Math.min(before + 100, lanes * each), {
        timeoutMs: 120_000,
      });
    };
    const again = async <R>(work: () => Promise<R>): Promise<R> => work().catch(() => again(work));

    const feed = (async () => {
      for (let n = 1; n <= each; n++) {
        const jobs = Array.from({ length: lanes }, (_, lane) => ({
          lane: `l${lane}`,
          id: `l${lane}-${n}`,
          body: n,
        }));
        await again(() => queue.push(jobs));
      }
    })();
    for (let round = 0; round < 3; round++) {
      await progress();
      await redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
      await progress();
      consumers.shift()?.kill("SIGKILL");
      start();
      await progress();
      await server.kill();
      await server.restart();
    }
    await feed;
    await until(async () => (await again(() => queue.stats())).depth === 0, { timeoutMs: 120_000 });

    const first = new Map<string, number[]>();
    for (const line of new Set(await redis.lrange("log", 0, -1))) {
      const [lane = "", n] = line.split(" ");
      first.set(lane, [...(first.get(lane) ?? []), Number(n)]);
    }
    const all = Array.from({ length: each }, (_, index) => index + 1);
    expect(first.size).toBe(lanes);
    for (const [lane, numbers] of first)
      expect(numbers, `first deliveries of ${lane}`).toEqual(all);
    expect(await queue.stats()).toMatchObject({
      depth: 0,
      inFlight: 0,
      waiting: 0,
      ready: 0,
      deadLetters: 0,
    });
    const left = (await redis.keys("*")).filter(
      (key) => !/:(?:seen:|take:|options$|bell$|suspects$)/.test(key),
    );
    expect(left.toSorted()).toEqual(["log", "q:{crash}:stats"]);
  },
);
