import type { Command } from "@commander-js/extra-typings";
import type { System } from "../system/open-system.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

const everyMs = 2_000;

/** `tgmem status`: how the system is, live in a terminal. */
export function status(program: Command, terminal: Terminal): void {
  const { print, clear, signal } = terminal;
  leaf(program, "status", "how the system is: live in a terminal until Ctrl-C, once in a pipe")
    .option("--once", "only once, in a terminal too")
    .action(async ({ json, once }) => {
      const { readStatus } = await import("../status/read-status.ts");
      const { statusLines } = await import("../status/print-status.ts");
      const { wordsOf } = await import("../system/words-of.ts");
      const { pause } = await import("@tgmem/service");
      const isLive = terminal.isLive && !json && !once;
      const show = async (system: System) => {
        const now = await readStatus(system, { signal });
        return json ? JSON.stringify(now) : statusLines(now, terminal.width);
      };
      const watch = async (system: System) => {
        while (!signal.aborted) {
          // Whoever watches wants to see when it is over.
          const shown = await show(system).catch(wordsOf);
          clear();
          print(shown);
          await pause(everyMs, { signal });
        }
      };
      terminal.end(
        await onSystem(
          terminal,
          async (system) => {
            if (isLive) await watch(system);
            else print(await show(system));
            return 0;
          },
          { isLasting: isLive },
        ),
      );
    });
}
