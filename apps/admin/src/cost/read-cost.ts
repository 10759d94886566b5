import { dayOf, readSpent, spentDays } from "@tgmem/contracts";
import type { Redis } from "@tgmem/service";
import type { CostBy } from "./cost-by.ts";

/** What was used: tokens, and US dollars as far as providers told prices. */
export interface CostRow {
  /** A day such as 2026-11-28, the id of a person, or the name of a model. */
  readonly name: string;
  readonly input: number;
  readonly output: number;
  readonly cost: number;
  /** Requests to the model; people have none, because an answer may take several. */
  readonly requests?: number;
}

export interface CostOptions {
  readonly by: CostBy;
  /** How many days of UTC, today included; 40 are kept. @default 30 */
  readonly days?: number;
  readonly now?: () => number;
}

const dayMs = 86_400_000;

/**
 * Reads what was spent. By day and by model it is all that was asked of models, summaries too; by person it is what the
 * answers to the person took. Days come newest first, the others by their cost.
 */
export async function readCost(
  redis: Pick<Redis, "hgetall" | "smembers">,
  { by, days = 30, now = Date.now }: CostOptions,
): Promise<readonly CostRow[]> {
  const nowMs = now();
  const names = Array.from({ length: Math.min(days, spentDays) }, (_, n) =>
    dayOf(nowMs - n * dayMs),
  );
  const rows: CostRow[] = [];
  for (const day of names) {
    const { people, models } = await readSpent(redis, day);
    if (by === "person") for (const [name, spent] of people) rows.push({ name, ...spent });
    else
      for (const [model, spent] of models)
        rows.push({ name: by === "day" ? day : model, ...spent });
  }
  const sums = summed(rows);
  if (by === "day") return sums;
  return sums.toSorted((a, b) => b.cost - a.cost || tokens(b) - tokens(a));
}

function summed(rows: readonly CostRow[]): CostRow[] {
  const sums = new Map<string, CostRow>();
  for (const row of rows) {
    const sum = sums.get(row.name);
    sums.set(row.name, sum ? plus(sum, row) : row);
  }
  return [...sums.values()];
}

const plus = (a: CostRow, b: CostRow): CostRow => ({
  name: a.name,
  input: a.input + b.input,
  output: a.output + b.output,
  cost: a.cost + b.cost,
  ...(a.requests !== undefined && { requests: a.requests + (b.requests ?? 0) }),
});

const tokens = ({ input, output }: CostRow) => input + output;
