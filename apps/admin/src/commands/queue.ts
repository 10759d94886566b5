import type { Command } from "@commander-js/extra-typings";
import { queueDepths } from "../status/queue-depths.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem queue`: how much waits where. */
export function queue(program: Command, terminal: Terminal): void {
  leaf(program, "queue", "how much waits on each list, and the age of the oldest").action(
    async ({ json }) =>
      terminal.end(
        await onSystem(terminal, async ({ lists }) => {
          const stats = await Promise.all(
            lists.map(async (list) => ({ name: list.name, ...(await list.queue.stats()) })),
          );
          terminal.print(json ? JSON.stringify(stats) : queueDepths(stats, terminal).trimEnd());
          return 0;
        }),
      ),
  );
}
