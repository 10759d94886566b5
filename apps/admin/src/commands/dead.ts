import { Argument, type Command } from "@commander-js/extra-typings";
import type { DeadDeps, Meant } from "../dead/dead-letters.ts";
import type { ListName } from "../system/lists.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { age, count, countOrNone, listArgument } from "./arguments.ts";
import { branch, leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

interface Given {
  readonly json?: true;
  readonly yes?: true;
}

const numbers = () =>
  new Argument("<numbers...>", "numbers of dead letters, or all").argParser(meant);

/** `tgmem dead`: what finally failed. */
export function dead(program: Command, terminal: Terminal): void {
  const { end } = terminal;
  const command = branch(program, "dead", "look at what finally failed, try it again, or drop it");

  leaf(command, "list", "list dead letters, without what people wrote")
    .addArgument(listArgument())
    .option("--after <number>", "begin behind this number", countOrNone, 0)
    .option("--limit <count>", "how many", count, 20)
    .action(async (name, given) =>
      end(await on(name, given, (letters, deps) => letters.listLetters(given, deps))),
    );
  leaf(command, "show", "show one")
    .addArgument(listArgument())
    .argument("<number>", "its number", count)
    .option("--body", "what the person wrote, too")
    .action(async (name, number, given) =>
      end(
        await on(name, given, (letters, deps) =>
          letters.showLetter(number, { body: given.body === true }, deps),
        ),
      ),
    );
  leaf(command, "replay", "put them on their list again, with fresh tries")
    .addArgument(listArgument())
    .addArgument(numbers())
    .action(async (name, which, given) =>
      end(await on(name, given, (letters, deps) => letters.replayLetters(which, deps))),
    );
  leaf(command, "drop", "drop them for good")
    .addArgument(listArgument())
    .addArgument(numbers())
    .option("--yes", "do not ask")
    .action(async (name, which, given) =>
      end(await on(name, given, (letters, deps) => letters.dropLetters(which, deps))),
    );
  leaf(command, "purge", "drop the old ones for good")
    .addArgument(listArgument())
    .requiredOption("--older-than <age>", "30m, 12h or 7d", age)
    .option("--yes", "do not ask")
    .action(async (name, given) =>
      end(
        await on(name, given, (letters, deps) =>
          letters.purgeLetters({ olderThanMs: given.olderThan }, deps),
        ),
      ),
    );

  async function on(
    name: ListName,
    { json = false, yes = false }: Partial<Record<keyof Given, boolean>>,
    work: (letters: typeof import("../dead/dead-letters.ts"), deps: DeadDeps) => Promise<number>,
  ): Promise<number> {
    return onSystem(terminal, async (system) =>
      work(await import("../dead/dead-letters.ts"), {
        letters: system.list(name),
        list: name,
        json,
        print: terminal.print,
        confirm: yes ? async () => true : terminal.confirm,
        width: terminal.width,
      }),
    );
  }
}

/** Reads `all`, or several numbers. */
function meant(text: string, before: Meant = []): Meant {
  if (text === "all") return "all";
  return before === "all" ? "all" : [...before, count(text)];
}
