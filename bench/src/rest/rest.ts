import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startAirtableServer } from "@tgmem/airtable-test-server";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { randomPrefix, startRedis, testEngine } from "@tgmem/testbed";
import type { Bench } from "../bench.ts";
import { startApp } from "../chain/app-process.ts";
import { cpuMsOf } from "../cpu.ts";
import { quantile } from "../quantile.ts";
import { limitGoal, rowOf } from "../report.ts";

const apps = ["worker", "consumer", "sender", "receiver"] as const;
const settleMs = 30_000;
const restMs = 60_000;
const mostMiB = 400;
const mostPercent = 0.5;

/** Measures the four apps while nobody writes. */
export const rest: Bench = async ({ rounds, onProgress }) => {
  const memory = new Map<string, number[]>();
  const cpu = new Map<string, number[]>();
  const sums: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    onProgress(`round ${round} of ${rounds}: ${(settleMs + restMs) / 1_000} s of rest`);
    const found = await measure();
    for (const [index, app] of apps.entries()) {
      memory.set(app, [...(memory.get(app) ?? []), found.mib[index] ?? Number.NaN]);
      cpu.set(app, [...(cpu.get(app) ?? []), found.percent[index] ?? Number.NaN]);
    }
    sums.push(found.mib.reduce((sum, value) => sum + value, 0));
  }
  const rowsOf = (what: string, unit: string, values: ReadonlyMap<string, number[]>) =>
    apps.map((app) => rowOf(`${what} of the ${app}`, unit, values.get(app) ?? []));
  return {
    servers: { node: process.versions.node },
    rows: [
      ...rowsOf("memory", "MiB", memory),
      rowOf("memory of all four", "MiB", sums),
      ...rowsOf("CPU", "%", cpu),
    ],
    goals: [
      limitGoal("MiB of the four apps together", mostMiB, quantile(sums, 0.5)),
      ...apps.map((app) =>
        limitGoal(`% of a core of the ${app}`, mostPercent, quantile(cpu.get(app) ?? [], 0.5)),
      ),
    ],
  };
};

async function measure(): Promise<{ readonly mib: number[]; readonly percent: number[] }> {
  const cleanups: (() => unknown)[] = [];
  try {
    const engine = await testEngine();
    if (engine.missing)
      throw new Error(
        "There is no engine: install PostgreSQL and Go, or set HATCHET_CLIENT_TOKEN.",
      );
    cleanups.push(() => engine.stop({ drop: true }));
    const redis = await startRedis({ fsync: "everysec" });
    cleanups.push(() => redis.stop());
    const model = await startOpenRouterServer();
    cleanups.push(() => model.close());
    const airtable = await startAirtableServer();
    cleanups.push(() => airtable.close());
    const telegram = await startTelegramServer();
    cleanups.push(() => telegram.close());
    const folder = await mkdtemp(join(tmpdir(), "tgmem-bench-"));
    cleanups.push(() => rm(folder, { recursive: true }));
    const env = {
      ...engine.clientEnv,
      ...telegram.env,
      HATCHET_CLIENT_NAMESPACE: randomPrefix().replaceAll(/\W/g, ""),
      REDIS_URL: redis.url,
      OPEN_ROUTER_API_KEY: "key",
      OPENROUTER_BASE_URL: model.baseURL,
      OPENROUTER_CHAT_MODEL: "bench/model",
      AIRTABLE_PAT: airtable.token,
      AIRTABLE_BASE_ID: airtable.baseId,
      AIRTABLE_ENDPOINT_URL: airtable.endpointUrl,
      TELEGRAM_API_ID: "1",
      TELEGRAM_API_HASH: "hash",
      TELEGRAM_BOT_TOKEN: botAccount.botToken,
      TELEGRAM_SESSION: join(folder, "receiver"),
      TELEGRAM_SENDER_SESSION: join(folder, "sender"),
    };
    const pids: number[] = [];
    for (const app of apps) {
      const started = await startApp(app, env);
      cleanups.push(() => started.stop());
      pids.push(started.pid);
    }
    await delay(settleMs);
    const spent = () => Promise.all(pids.map((pid) => cpuMsOf([pid])));
    const before = await spent();
    await delay(restMs);
    const after = await spent();
    return {
      mib: await Promise.all(pids.map(residentMiB)),
      percent: after.map((ms, index) => ((ms - (before[index] ?? 0)) / restMs) * 100),
    };
  } finally {
    for (const cleanup of cleanups.toReversed()) await cleanup();
  }
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}
