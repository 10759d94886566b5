import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ownRedis } from "@tgmem/testbed";
import { until } from "@tgmem/processes";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";
import { redisQueue } from "./redis-queue.ts";

const workMs = 400;
const killMs = 60;
const leaseMs = 1_000;
const neighbours = Array.from({ length: 12 }, (_, index) => `n${index + 10}`);

const cases = ["take and settle", "hand-off"].flatMap((mode) =>
  [1, 3].map((processes) => ({ mode, processes })),
);

it.for(cases)(
  "answers all neighbours of a job that kills its process, and buries that job alone: $mode, processes: $processes",
  { timeout: 300_000 },
  async ({ mode, processes }, context) => {
    const server = await ownRedis({ appendonly: false });
    context.skip(server.missing, "no redis-server");
    onTestFinished(() => server.stop());
    const redis = new Redis(server.url);
    onTestFinished(() => redis.disconnect());
    const handOff = mode === "hand-off";
    const queue = redisQueue(redis, { name: "poison", schema: { parse: String }, handOff });
    onTestFinished(() => queue.close());
    await queue.push(["poison", ...neighbours].map((id) => ({ lane: id, id, body: "" })));

    const file = fileURLToPath(new URL("poison.kit.ts", import.meta.url));
    const execArgv = ["--conditions=@tgmem/source", "--disable-warning=ExperimentalWarning"];
    const args = [server.url, "poison", mode, workMs, killMs, leaseMs].map(String);
    const alive = new Set<ChildProcess>();
    let isOver = false;
    let crashes = 0;
    function start(): void {
      const child = fork(file, args, { execArgv });
      alive.add(child);
      child.once("exit", () => {
        alive.delete(child);
        if (isOver) return;
        crashes++;
        start();
      });
    }
    onTestFinished(() => {
      isOver = true;
      for (const child of alive) child.kill("SIGKILL");
    });
    for (let i = 0; i < processes; i++) start();
    await until(async () => (await queue.stats()).depth === 0, { timeoutMs: 240_000 });

    expect((await redis.smembers("answered")).toSorted()).toEqual(neighbours);
    const letters = await queue.deadLetters({ limit: 99 });
    expect(letters).toMatchObject([{ id: "poison", attempts: 1, reason: "lease ended" }]);
    expect(crashes, "as many as leases may end").toBeLessThanOrEqual(5);
  },
);
