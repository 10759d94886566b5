import { type Command, Option } from "@commander-js/extra-typings";
import { costBy } from "../cost/cost-by.ts";
import { table } from "../terminal/table.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count } from "./arguments.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem cost`: what was spent. */
export function cost(program: Command, terminal: Terminal): void {
  leaf(program, "cost", "tokens and US dollars that were spent, in days of UTC")
    .addOption(
      new Option("--by <what>", "a row for each day, person or model")
        .choices(costBy)
        .default("day"),
    )
    .option("--days <count>", "how many days, today included; 40 are kept", count, 30)
    .action(async ({ json, by, days }) => {
      const { readCost } = await import("../cost/read-cost.ts");
      terminal.end(
        await onSystem(terminal, async ({ redis }) => {
          const rows = await readCost(redis, { by, days });
          if (json) terminal.print(JSON.stringify(rows));
          else if (rows.length === 0) terminal.print("Nothing was spent.");
          else
            terminal.print(
              table(
                [
                  [by, "cost $", "tokens in", "tokens out", "requests"],
                  ...rows.map(({ name, requests, input, output, cost: dollars }) => [
                    name,
                    dollars.toFixed(4),
                    String(input),
                    String(output),
                    requests === undefined ? "" : String(requests),
                  ]),
                ],
                { width: terminal.width },
              ).trimEnd(),
            );
          return 0;
        }),
      );
    });
}
