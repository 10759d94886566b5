import { Argument, type Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal.ts";
import { telegramId } from "./arguments.ts";
import { branch, leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

const chat = () =>
  new Argument("<chat>", "id of the chat: a person's, or -100… of a group").argParser(telegramId);

/** `tgmem memory`: what is remembered of one chat. */
export function memory(program: Command, terminal: Terminal): void {
  const { end, print, signal } = terminal;
  const command = branch(
    program,
    "memory",
    "see, change, keep or erase what is remembered of a chat",
  );

  leaf(command, "show", "show the summary and the turns that are kept word for word")
    .addArgument(chat())
    .action(async (id, { json }) => {
      const { readMemory } = await import("../memory/chat-memory.ts");
      const { memoryLines } = await import("../memory/print-memory.ts");
      end(
        await onSystem(terminal, async (system) => {
          const details = await readMemory(system, id, { signal });
          print(json ? JSON.stringify(details) : memoryLines(details));
          return 0;
        }),
      );
    });
  leaf(
    command,
    "export",
    "write all that is remembered as JSON, into a file of mode 600, or print it",
  )
    .addArgument(chat())
    .argument("[file]", "a new file; without one it is printed")
    .action(async (id, file, { json }) => {
      const { exportMemory } = await import("../memory/export-import.ts");
      end(
        await onSystem(terminal, (system) =>
          exportMemory(system, id, { file, json, print, signal }),
        ),
      );
    });
  leaf(command, "import", "take over an export, into a chat of which nothing is remembered")
    .addArgument(chat())
    .argument("<file>", "what export wrote; - is the standard input")
    .action(async (id, file, { json }) => {
      const { importMemory } = await import("../memory/export-import.ts");
      end(
        await onSystem(terminal, (system) =>
          importMemory(system, id, { file, json, print, signal }),
        ),
      );
    });
  leaf(command, "correct", "replace the summary; the next one builds on it")
    .addArgument(chat())
    .argument("<text>", "the new summary; - is the standard input")
    .action(async (id, text, { json }) => {
      const { correctCommand } = await import("../memory/correct-forget.ts");
      end(
        await onSystem(terminal, (system) =>
          correctCommand(system, id, text, { json, print, signal }),
        ),
      );
    });
  leaf(command, "forget", "erase all that is remembered, and the chat's dead letters")
    .addArgument(chat())
    .option("--yes", "do not ask")
    .action(async (id, { json, yes }) => {
      const { forgetCommand } = await import("../memory/correct-forget.ts");
      if (!yes && !(await terminal.confirm(`Erase all that is remembered of chat ${id}?`)))
        return end(1);
      return end(
        await onSystem(terminal, (system) => forgetCommand(system, id, { json, print, signal })),
      );
    });
  leaf(command, "move", "write all summaries from one archive to another")
    .requiredOption("--from <archive>", "airtable, or sqlite:FILE")
    .requiredOption("--to <archive>", "airtable, or sqlite:FILE")
    .action(async ({ json = false, from, to }) => {
      const { moveCommand } = await import("../memory/move-command.ts");
      end(await moveCommand({ from, to, json, print, signal, env: terminal.env }));
    });
}
