import type { Command } from "@commander-js/extra-typings";
import type { LaneDeps } from "../lane/lanes.ts";
import type { ListName } from "../system/lists.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { count, listArgument } from "./arguments.ts";
import { branch, leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

const lanes = "chat:42 or command:42 on inbound, 42 on the others";

/** `tgmem lane`: what waits in one chat's lane of a list. */
export function lane(program: Command, terminal: Terminal): void {
  const { end } = terminal;
  const command = branch(
    program,
    "lane",
    "look into the lane of one chat, or take a job out of it",
  );

  leaf(command, "show", "show what waits in it, the job in flight included")
    .addArgument(listArgument())
    .argument("<lane>", lanes)
    .option("--limit <count>", "how many", count, 20)
    .option("--body", "what the person wrote, too")
    .action(async (name, which, given) =>
      end(
        await on(name, given.json, (door, deps) =>
          door.showLane(which, { limit: given.limit, body: given.body === true }, deps),
        ),
      ),
    );
  leaf(command, "cancel", "take a job that waits out of it, for good")
    .addArgument(listArgument())
    .argument("<lane>", lanes)
    .argument("<id>", "the id of the job, as show prints it")
    .action(async (name, which, id, given) =>
      end(await on(name, given.json, (door, deps) => door.cancelJob(which, id, deps))),
    );

  const on = (
    name: ListName,
    json: boolean | undefined,
    work: (door: typeof import("../lane/lanes.ts"), deps: LaneDeps) => Promise<number>,
  ): Promise<number> =>
    onSystem(terminal, async (system) =>
      work(await import("../lane/lanes.ts"), {
        door: system.list(name),
        list: name,
        json: json === true,
        print: terminal.print,
        width: terminal.width,
      }),
    );
}
