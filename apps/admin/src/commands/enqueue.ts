import { Argument, type Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { count, telegramId, words } from "./arguments.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem enqueue`: a message, as if it came from Telegram. */
export function enqueue(program: Command, terminal: Terminal): void {
  const { print, note, signal } = terminal;
  leaf(program, "enqueue", "put a message on the inbound list, as if it came from Telegram")
    .addArgument(new Argument("<text>", "what the person says").argParser(words))
    .requiredOption("--user <id>", "who says it", telegramId)
    .option("--chat <id>", "where, if it is not the person's private chat", telegramId)
    .option("--wait", "print the answer, too; it goes to Telegram all the same, if a sender runs")
    .option("--timeout <seconds>", "how long to wait", count, 120)
    .action(async (text, { json, user, chat = user, wait, timeout }) => {
      const { enqueueMessage } = await import("../messages/enqueue.ts");
      const { answerTo } = await import("../messages/answer-to.ts");
      terminal.end(
        await onSystem(terminal, async ({ redis, memory, list }) => {
          let id = "";
          const ask = async () =>
            (id = await enqueueMessage({ text, user, chat }, { inbound: list("inbound") }));
          if (!wait) {
            await ask();
            print(json ? JSON.stringify({ id }) : `queued ${id}`);
            return 0;
          }
          const answer = await answerTo({
            redis,
            memory,
            chat,
            ask,
            timeoutMs: timeout * 1_000,
            onNotice: note,
            signal,
          });
          if (answer === undefined)
            throw new Error(`No answer to ${id} came within ${timeout} s: see tgmem status.`);
          print(json ? JSON.stringify({ id, answer }) : answer);
          return 0;
        }),
      );
    });
}
