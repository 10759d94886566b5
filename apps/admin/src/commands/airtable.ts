import type { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { branch, leaf } from "./leaf.ts";

/** `tgmem airtable`: the table of summaries. */
export function airtable(program: Command, { env, print, end }: Terminal): void {
  const command = branch(program, "airtable", "make or check the table of summaries in Airtable");
  leaf(command, "check", "look whether the table can serve, and write nothing").action(
    async ({ json = false }) => {
      const { checkTable } = await import("../airtable/table-report.ts");
      print(await checkTable(env, json));
      end(0);
    },
  );
  leaf(command, "create", "make the table, or its missing columns").action(
    async ({ json = false }) => {
      const { createTable } = await import("../airtable/table-report.ts");
      print(await createTable(env, json));
      end(0);
    },
  );
}
