import type { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

const everyMs = 2_000;
/** Puts the cursor to the beginning, and erases what stands behind it. */
const redraw = "\u001B[H\u001B[2J";

/** `tgmem status`: how the system is, live in a terminal. */
export function status(program: Command, terminal: Terminal): void {
  const { print, signal } = terminal;
  leaf(program, "status", "how the system is: live in a terminal until Ctrl-C, once in a pipe")
    .option("--once", "only once, in a terminal too")
    .action(async ({ json, once }) => {
      const { readStatus } = await import("../status/read-status.ts");
      const { statusLines } = await import("../status/print-status.ts");
      const { pause } = await import("@tgmem/service");
      const isLive = terminal.isLive && !json && !once;
      terminal.end(
        await onSystem(terminal, async (system) => {
          for (;;) {
            const now = await readStatus(system, { signal });
            if (json) print(JSON.stringify(now));
            else print((isLive ? redraw : "") + statusLines(now, terminal.width));
            if (!isLive) return 0;
            await pause(everyMs, { signal });
            if (signal.aborted) return 0;
          }
        }),
      );
    });
}
