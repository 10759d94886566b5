import { setTimeout as delay } from "node:timers/promises";
import { startBot } from "../apps/bot.ts";
import type { Bench } from "../bench.ts";
import { cpuMsOf } from "../cpu.ts";
import { quantile } from "../quantile.ts";
import { limitGoal, rowOf } from "../report.ts";
import { residentMiB } from "../resident.ts";

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
  const { pids, stop } = await startBot(apps);
  try {
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
    await stop();
  }
}
