import type { CostRow } from "../../cost/read-cost.ts";
import { count, counted } from "../../counted.ts";
import { dollars } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { type Column, table } from "./table.ts";

const views = [
  ["day", "By day"],
  ["person", "By person"],
  ["model", "By model"],
] as const;

export type CostView = (typeof views)[number][0];

/** Shows what models took over some days, with a bar beside each figure. */
export function cost(by: CostView, rows: readonly CostRow[], days: number): Html {
  const total = rows.reduce((sum, row) => sum + row.cost, 0);
  const tokens = rows.reduce((sum, { input, output }) => sum + input + output, 0);
  return html`<h1>Cost</h1>
    <p class="total"><b>${dollars(total)}</b> and ${counted(tokens, "token")} in ${days} days</p>
    <nav class="tabs" aria-label="Views">
      ${views.map(
        ([view, name]) =>
          html`<a href="/cost?by=${view}" ${view === by ? html`aria-current="true"` : null}
            >${name}</a
          >`,
      )}
    </nav>
    ${
      rows.length === 0
        ? html`<p class="empty">Nothing was spent in ${days} days, or no provider told prices.</p>`
        : table("What models took", columns(by, rows), rows)
    }`;
}

function columns(by: CostView, rows: readonly CostRow[]): readonly Column<CostRow>[] {
  const isPriced = rows.some((row) => row.cost > 0);
  const sizeOf = (row: CostRow) => (isPriced ? row.cost : row.input + row.output);
  const most = Math.max(...rows.map(sizeOf), Number.MIN_VALUE);
  const hasRequests = rows.some(({ requests }) => requests !== undefined);
  return [
    { title: by, cell: ({ name }) => name },
    { title: "cost", cell: (row) => dollars(row.cost), isNumber: true },
    { title: "share", cell: (row) => bar(sizeOf(row) / most) },
    { title: "tokens read", cell: ({ input }) => count(input), isNumber: true },
    { title: "tokens written", cell: ({ output }) => count(output), isNumber: true },
    ...(hasRequests
      ? [
          {
            title: "requests",
            cell: ({ requests = 0 }: CostRow) => count(requests),
            isNumber: true,
          },
        ]
      : []),
  ];
}

/** The figure beside it says the same, so that who cannot see the bar misses nothing. */
const bar = (share: number): Html =>
  html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect width="${(100 * share).toFixed(1)}" height="8" />
  </svg>`;
