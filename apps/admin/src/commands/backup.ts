import type { Command } from "@commander-js/extra-typings";
import { counted } from "../counted.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem backup` and `restore`: everything that is in Redis. */
export function backup(program: Command, terminal: Terminal): void {
  const { end, print, signal } = terminal;
  leaf(program, "backup", "write lists, memory and costs into a file of mode 600; the bot may run")
    .argument("<file>", "a new file; what people wrote stands in it")
    .action(async (file, { json }) => {
      const { writeBackup } = await import("../backup/write-backup.ts");
      end(
        await onSystem(terminal, async ({ redis }) => {
          const keys = await writeBackup(redis, file, { signal });
          print(
            json ? JSON.stringify({ file, keys }) : `Wrote ${counted(keys, "key")} to ${file}.`,
          );
          return 0;
        }),
      );
    });
  leaf(program, "restore", "read a backup into an empty Redis, while the bot is stopped")
    .argument("<file>", "what backup wrote")
    .option("--force", "write over what is there")
    .action(async (file, { json, force = false }) => {
      const { readBackup } = await import("../backup/read-backup.ts");
      end(
        await onSystem(terminal, async ({ redis, lists }) => {
          const keys = await readBackup(redis, file, { force, signal });
          // A backup of a running system holds moments that follow each other.
          for (const { queue } of lists) await queue.repair();
          print(
            json ? JSON.stringify({ file, keys }) : `Read ${counted(keys, "key")} from ${file}.`,
          );
          return 0;
        }),
      );
    });
}
