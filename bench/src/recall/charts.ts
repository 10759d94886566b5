import { mkdir, readFile, writeFile } from "node:fs/promises";
import { type Bar, barChart } from "../bar-chart.ts";
import type { Row } from "../report.ts";
import { sizes } from "./growth.ts";

const folder = new URL("../../../packages/memory/charts/", import.meta.url);
const results = new URL("../../results/recall.json", import.meta.url);
const stores = ["Redis", "SQLite"];

/** Draws the chart of memory's README from the last results. */
export async function drawRecallChart(): Promise<void> {
  const { rows }: { readonly rows: readonly Row[] } = JSON.parse(await readFile(results, "utf8"));
  const bar = (series: number, what: string): Bar[] =>
    rows
      .filter((row) => row.what === what)
      .map(({ median, rounds }) => ({
        series,
        value: median,
        spread: [Math.min(...rounds), Math.max(...rounds)],
      }));
  await mkdir(folder, { recursive: true });
  const chart = barChart({
    title: "ms to find what was said long ago (median, least and most of all rounds)",
    series: stores,
    groups: sizes.map((size) => ({
      label: `${size.toLocaleString("en")} turns of a chat`,
      bars: stores.flatMap((store, at) => bar(at, `a search in ${size} turns: ${store}`)),
    })),
    unit: " ms",
  });
  await writeFile(new URL("recall.svg", folder), chart);
}
