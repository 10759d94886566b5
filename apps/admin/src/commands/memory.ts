import { Argument, type Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { MemoryDeps } from "../memory/memory-commands.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { archiveName, count, telegramId, words } from "./arguments.ts";
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
    .action(async (id, given) =>
      end(await on(given, ({ showMemory }, deps) => showMemory(id, deps))),
    );
  leaf(command, "search", "find what was said long ago, word for word")
    .addArgument(chat())
    .addArgument(
      new Argument("<words>", "what it is about, as a person would ask").argParser(words),
    )
    .option("--max-words <n>", "give so many words at most", count)
    .addOption(new Option("--by <who>", "prefer what this one said").choices(["person", "bot"]))
    .action(async (id, text, given) =>
      end(await on(given, ({ searchMemory }, deps) => searchMemory(id, text, given, deps))),
    );
  leaf(
    command,
    "export",
    "write all that is remembered as JSON, into a file of mode 600, or print it",
  )
    .addArgument(chat())
    .argument("[file]", "a new file; without one it is printed")
    .action(async (id, file, given) =>
      end(await on(given, ({ exportMemory }, deps) => exportMemory(id, file, deps))),
    );
  leaf(command, "import", "take over an export, into a chat of which nothing is remembered")
    .addArgument(chat())
    .argument("<file>", "what export wrote; - is the standard input")
    .action(async (id, file, given) =>
      end(await on(given, ({ importMemory }, deps) => importMemory(id, file, deps))),
    );
  leaf(command, "correct", "replace the summary; the next one builds on it")
    .addArgument(chat())
    .addArgument(
      new Argument("<text>", "the new summary; - is the standard input").argParser(words),
    )
    .action(async (id, text, given) =>
      end(await on(given, ({ correctSummary }, deps) => correctSummary(id, text, deps))),
    );
  leaf(
    command,
    "forget",
    "erase all that is remembered, what waits for an answer, and the chat's dead letters",
  )
    .addArgument(chat())
    .option("--yes", "do not ask")
    .action(async (id, given) => {
      if (!given.yes && !(await terminal.confirm(`Erase all that is remembered of chat ${id}?`)))
        return end(1);
      return end(await on(given, ({ forgetMemory }, deps) => forgetMemory(id, deps)));
    });
  leaf(command, "move", "write all summaries from one archive to another")
    .requiredOption("--from <archive>", "airtable, or sqlite:FILE", archiveName)
    .requiredOption("--to <archive>", "airtable, or sqlite:FILE", archiveName)
    .action(async ({ json = false, from, to }) => {
      if (from === to)
        throw new InvalidArgumentError(`--from and --to are the same: ${from}. Name two archives.`);
      const { moveCommand } = await import("../memory/move-command.ts");
      end(await moveCommand({ from, to, json, print, signal, env: terminal.env }));
    });

  const on = (
    { json = false }: { readonly json?: boolean | undefined },
    work: (
      commands: typeof import("../memory/memory-commands.ts"),
      deps: MemoryDeps,
    ) => Promise<number>,
  ): Promise<number> =>
    onSystem(terminal, async (system) =>
      work(await import("../memory/memory-commands.ts"), { system, json, print, signal }),
    );
}
