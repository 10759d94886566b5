import type { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal.ts";
import { telegramId } from "./arguments.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem enqueue`: a message, as if it came from Telegram. */
export function enqueue(program: Command, terminal: Terminal): void {
  leaf(program, "enqueue", "put a message on the inbound list, as if it came from Telegram")
    .argument("<text>", "what the person says")
    .requiredOption("--user <id>", "who says it", telegramId)
    .option("--chat <id>", "where, if it is not the person's private chat", telegramId)
    .action(async (text, { json, user, chat }) => {
      const { enqueueMessage } = await import("../enqueue.ts");
      terminal.end(
        await onSystem(terminal, async (system) => {
          const id = await enqueueMessage(
            { text, user, chat },
            { inbound: system.list("inbound") },
          );
          terminal.print(json ? JSON.stringify({ id }) : `queued ${id}`);
          return 0;
        }),
      );
    });
}
