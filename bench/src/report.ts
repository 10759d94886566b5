import { mkdir, writeFile } from "node:fs/promises";
import { median } from "./quantile.ts";

export interface Row {
  readonly what: string;
  /** The unit of the numbers, for instance `messages/s`. */
  readonly unit: string;
  readonly median: number;
  /** One value a round, in order. */
  readonly rounds: readonly number[];
  /** What one message costs, for instance ms of CPU by process: medians over the rounds. */
  readonly cost?: Readonly<Record<string, number>>;
}

export interface Goal {
  readonly what: string;
  /** At least this, or at most. */
  readonly wanted: number;
  readonly atMost?: true;
  readonly measured: number;
  readonly rounds: readonly number[];
  readonly reached: boolean;
}

export interface Report {
  /** Versions and settings of the servers that took part. */
  readonly servers: Readonly<Record<string, string>>;
  /** What the costs of the rows are those of. @default "one message" */
  readonly costsOf?: string;
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
}

export function rowOf(
  what: string,
  unit: string,
  rounds: readonly number[],
  costs: readonly Readonly<Record<string, number>>[] = [],
): Row {
  const row = { what, unit, median: rounded(median(rounds)), rounds: rounds.map(rounded) };
  const names = Object.keys(costs[0] ?? {});
  if (names.length === 0) return row;
  const medianOf = (name: string) => rounded(median(costs.map((cost) => cost[name] ?? 0)));
  return { ...row, cost: Object.fromEntries(names.map((name) => [name, medianOf(name)])) };
}

/**
 * `ours` is to be at least, or at most, `wanted` times `theirs`: the median of the rounds' ratios, since what disturbs a
 * round disturbs both.
 */
export function ratioGoal(
  what: string,
  wanted: number,
  ours: Row,
  theirs: Row,
  { atMost }: { readonly atMost?: true } = {},
): Goal {
  const ratios = ours.rounds.map((value, round) => value / (theirs.rounds[round] ?? Number.NaN));
  const rounds = ratios.map((ratio) => Math.round(ratio * 100) / 100);
  const measured = Math.round(median(ratios) * 100) / 100;
  if (atMost) return { what, wanted, atMost, measured, rounds, reached: measured <= wanted };
  return { what, wanted, measured, rounds, reached: measured >= wanted };
}

/** One value is to be at most `wanted`. */
export function limitGoal(what: string, wanted: number, value: number): Goal {
  const measured = rounded(value);
  return { what, wanted, atMost: true, measured, rounds: [measured], reached: measured <= wanted };
}

/** The median of a row is to be at least `wanted`. */
export function floorGoal(what: string, wanted: number, { median: measured, rounds }: Row): Goal {
  return { what, wanted, measured, rounds, reached: measured >= wanted };
}

/** Three digits: the noise is larger. */
const rounded = (value: number) => Number(value.toPrecision(3));

export function formatReport({ servers, costsOf = "one message", rows, goals }: Report): string {
  const table = rows.map(({ what, unit, median: middle, rounds }) => ({
    "": what,
    median: middle,
    unit,
    rounds: rounds.join(" "),
  }));
  const costs = rows.flatMap(({ what, cost }) => (cost ? [{ "": what, ...cost }] : []));
  const wanted = goals.map(({ what, wanted: bound, atMost, measured, rounds, reached }) => ({
    goal: what,
    wanted: `${atMost ? "≤" : "≥"} ${bound}`,
    measured,
    rounds: rounds.join(" "),
    reached: reached ? "yes" : "NO",
  }));
  const parts = [formatTable(table), formatTable(wanted)];
  if (costs.length > 0) parts.splice(1, 0, `Cost of ${costsOf}:\n${formatTable(costs)}`);
  const versions = Object.entries(servers).map(([name, version]) => `${name} ${version}`);
  return [...parts, versions.join(" · ")].join("\n\n");
}

function formatTable(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? "")))];
  const widths = names.map((_, column) => Math.max(...lines.map((l) => l[column]?.length ?? 0)));
  const isNumber = names.map((name) => typeof rows[0]?.[name] === "number");
  return lines
    .map((line) =>
      line
        .map((text, i) =>
          isNumber[i] ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The last run of each bench is kept in the repository. */
export async function writeReport(
  name: string,
  machine: Readonly<Record<string, string | number>>,
  { servers, rows, goals }: Report,
): Promise<void> {
  const folder = new URL("../results/", import.meta.url);
  await mkdir(folder, { recursive: true });
  const json = {
    bench: name,
    at: new Date().toISOString(),
    machine: { ...machine, ...servers },
    rows,
    goals,
  };
  // A line for all rounds of a row, as the formatter has it.
  const text = JSON.stringify(json, null, 2).replaceAll(/\[[\d\s.,-]+\]/g, (numbers) =>
    numbers.replaceAll(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]"),
  );
  await writeFile(new URL(`${name}.json`, folder), `${text}\n`);
}
