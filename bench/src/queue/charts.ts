import { mkdir, readFile, writeFile } from "node:fs/promises";
import { type Bar, barChart } from "../bar-chart.ts";
import type { Goal, Row } from "../report.ts";
import { wanted, wallGoal, cpuGoal } from "./goals.ts";
import { depths } from "./growth.ts";
import { cpuOf } from "./rows.ts";

const folder = new URL("../../../packages/queue/charts/", import.meta.url);
const results = new URL("../../results/queue.json", import.meta.url);

interface Measured {
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
}

/** Draws the charts of the queue's README from the last results. */
export async function drawCharts(): Promise<void> {
  const measured: Measured = JSON.parse(await readFile(results, "utf8"));
  await mkdir(folder, { recursive: true });
  await writeFile(new URL("speed.svg", folder), speed(measured));
  await writeFile(new URL("growth.svg", folder), growth(measured));
}

function speed({ goals }: Measured): string {
  const bar = (series: number, what: string): Bar[] => {
    const goal = goals.find((one) => one.what === what);
    if (!goal) return [];
    return [{ series, value: goal.measured, spread: spreadOf(goal.rounds) }];
  };
  return barChart({
    title: "@tgmem/queue, times BullMQ (median, least and most of all rounds)",
    series: ["jobs a second", "jobs a CPU second"],
    groups: wanted.map((cell) => ({
      label: cell.cell,
      bars: [...bar(0, wallGoal(cell)), ...bar(1, cpuGoal(cell))],
    })),
    unit: "×",
    line: { at: 1, label: "BullMQ" },
  });
}

const names = ["ours", "Bee-Queue", "BullMQ"];

function growth({ rows }: Measured): string {
  const bar = (series: number, what: string): Bar[] => {
    const row = rows.find((one) => one.what === what);
    if (!row) return [];
    return [{ series, value: row.median, spread: spreadOf(row.rounds) }];
  };
  return barChart({
    title: "µs of CPU a job, put in and handled, Node and Redis (less is better)",
    series: ["@tgmem/queue", "Bee-Queue", "BullMQ"],
    groups: depths.map((depth) => ({
      label: `${depth.toLocaleString("en")} waiting`,
      bars: names.flatMap((name, at) =>
        bar(at, cpuOf(`handle and add, ${depth} waiting: ${name}`)),
      ),
    })),
    unit: " µs",
  });
}

const spreadOf = (rounds: readonly number[]): [number, number] => [
  Math.min(...rounds),
  Math.max(...rounds),
];
