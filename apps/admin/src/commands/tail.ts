import { on } from "node:events";
import type { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { telegramId } from "./arguments.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem tail`: the way of messages, live. */
export function tail(program: Command, terminal: Terminal): void {
  const { print, note, signal, end } = terminal;
  leaf(program, "tail", "follow the log lines of all processes, without texts, until Ctrl-C")
    .option("--chat <id>", "only what is about messages of this chat", telegramId)
    .action(async ({ json, chat }) => {
      const { linesChannel } = await import("@tgmem/service");
      const { lineOf } = await import("../tail/line-of.ts");
      const code = await onSystem(
        terminal,
        async ({ redis }) => {
          const listener = redis.duplicate();
          listener.on("error", () => {});
          const messages = on(listener, "message", { signal });
          try {
            await listener.subscribe(linesChannel);
            note("Listening; Ctrl-C ends it.");
            for await (const [, line] of messages) {
              const shown = lineOf(String(line), { chat });
              if (shown !== undefined) print(json ? String(line).trimEnd() : shown);
            }
          } catch (error) {
            if (!signal.aborted) throw error;
          } finally {
            listener.disconnect();
          }
          return 0;
        },
        { isLasting: true },
      );
      end(code);
    });
}
