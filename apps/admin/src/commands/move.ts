import type { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { leaf } from "./leaf.ts";

/** `tgmem move`: from one process to four, and back. */
export function move(program: Command, terminal: Terminal): void {
  leaf(
    program,
    "move",
    "carry everything from the folder of --data to a Redis, or from REDIS_URL to a folder, while the bot is stopped",
  )
    .requiredOption("--to <place>", "redis://host:port, or a new folder")
    .action(async ({ json = false, to }) => {
      const { moveCommand } = await import("../move/move-command.ts");
      terminal.end(await moveCommand({ ...terminal, data: terminal.data, json, to }));
    });
}
