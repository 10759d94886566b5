import type { Command } from "@commander-js/extra-typings";
import { counted } from "../counted.ts";
import type { System } from "../system/open-system.ts";
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
        await onSystem(terminal, async (system) => {
          const keys = await writeBackup(serverOf(system), file, { signal });
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
        await onSystem(terminal, async (system) => {
          const keys = await readBackup(serverOf(system), file, { force, signal });
          // A backup of a running system holds moments that follow each other.
          for (const { queue } of system.lists) await queue.repair();
          print(
            json ? JSON.stringify({ file, keys }) : `Read ${counted(keys, "key")} from ${file}.`,
          );
          return 0;
        }),
      );
    });
}

/** Throws where there is no Redis to be written down. */
function serverOf({ server }: System): NonNullable<System["server"]> {
  if (server) return server;
  throw new Error(
    "A copy of the folder is its backup: stop the bot, copy the folder, and to restore put the copy in its place.",
  );
}
