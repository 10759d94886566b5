import { Argument, type Command } from "@commander-js/extra-typings";
import { readGiven } from "../files/read-text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { telegramId, words } from "./arguments.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem send`: a message of the operator. */
export function send(program: Command, terminal: Terminal): void {
  leaf(program, "send", "send a message to a chat, through the outbound list; it is not remembered")
    .addArgument(new Argument("<chat>", "id of the chat").argParser(telegramId))
    .addArgument(new Argument("<text>", "Markdown; - is the standard input").argParser(words))
    .option("--user <id>", "whom the whitelist is asked for beside the chat", telegramId)
    .action(async (chat, text, { json, user }) => {
      const { sendMessage } = await import("../messages/send-message.ts");
      const given = await readGiven(text);
      terminal.end(
        await onSystem(terminal, async ({ list }) => {
          const id = await sendMessage({ text: given, chat, user }, { outbound: list("outbound") });
          terminal.print(json ? JSON.stringify({ id }) : `queued ${id}`);
          return 0;
        }),
      );
    });
}
