import type { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import type { PeopleDeps } from "../people/people.ts";
import { telegramId } from "./arguments.ts";
import { branch, leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** `tgmem people`: whom operators let talk to the bot, beside WHITELIST_USER. */
export function people(program: Command, terminal: Terminal): void {
  const { end } = terminal;
  const command = branch(
    program,
    "people",
    "list who may talk to the bot beside WHITELIST_USER, and decide (with ASK_ADMIN=on)",
  );

  leaf(command, "list", "list who was decided of, and who waits for that").action(async (given) =>
    end(await on(given.json, (door, deps) => door.listPeople(deps))),
  );
  leaf(command, "allow", "let a person, or a group, talk to the bot")
    .argument("<id>", "Telegram id", telegramId)
    .action(async (id, given) =>
      end(await on(given.json, (door, deps) => door.decide(id, "allowed", deps))),
    );
  leaf(command, "block", "let a person, or a group, not talk to the bot, whatever list they are on")
    .argument("<id>", "Telegram id", telegramId)
    .action(async (id, given) =>
      end(await on(given.json, (door, deps) => door.decide(id, "blocked", deps))),
    );
  leaf(command, "revoke", "forget what was decided of somebody, who is new again then")
    .argument("<id>", "Telegram id", telegramId)
    .action(async (id, given) => end(await on(given.json, (door, deps) => door.revoke(id, deps))));

  const on = (
    json: boolean | undefined,
    work: (door: typeof import("../people/people.ts"), deps: PeopleDeps) => Promise<number>,
  ): Promise<number> =>
    onSystem(terminal, async ({ redis }) => {
      const { redisPeople } = await import("@tgmem/contracts");
      const { isAsking } = await import("../people/is-asking.ts");
      return work(await import("../people/people.ts"), {
        people: redisPeople(redis),
        isAsking: isAsking(terminal),
        json: json === true,
        print: terminal.print,
        width: terminal.width,
      });
    });
}
