import type { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { count, countOrNone } from "./arguments.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem chats`: of whom something is remembered. */
export function chats(program: Command, terminal: Terminal): void {
  leaf(program, "chats", "list the chats of which something is remembered, the newest first")
    .option("--limit <count>", "how many", count, 20)
    .option("--offset <count>", "leave out so many of the newest", countOrNone, 0)
    .action(async ({ json, limit, offset }) => {
      const { listChats } = await import("../chats/list-chats.ts");
      const { chatLines } = await import("../chats/print-chats.ts");
      terminal.end(
        await onSystem(terminal, async (system) => {
          const list = await listChats(system, { limit, offset, signal: terminal.signal });
          terminal.print(
            json ? JSON.stringify(list) : chatLines(list, { offset, width: terminal.width }),
          );
          return 0;
        }),
      );
    });
}
