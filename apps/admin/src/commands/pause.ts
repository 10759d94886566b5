import { Argument, type Command, InvalidArgumentError } from "@commander-js/extra-typings";
import { lanesOf, TelegramId } from "@tgmem/contracts";
import { type ListName, listNames } from "../system/lists.ts";
import type { System } from "../system/open-system.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { leaf } from "./leaf.ts";
import { onSystem } from "./on-system.ts";

/** What is paused: a list, or a chat's messages on the inbound list. */
type Target = { readonly list: ListName } | { readonly chat: string };

/** `tgmem pause`, `resume` and `paused`: hold up a list or a chat. */
export function pause(program: Command, terminal: Terminal): void {
  const { end, print } = terminal;
  leaf(program, "pause", "hand out no messages of a list or a chat; what is in flight goes on")
    .addArgument(target())
    .action(async (what, { json }) =>
      end(
        await onSystem(terminal, async (system) => {
          const changed = await pauseTarget(system, what);
          if (json) print(JSON.stringify({ ...what, changed }));
          else print(`${nameOf(what)} ${changed ? "is paused" : "was paused before"}.`);
          return 0;
        }),
      ),
    );
  leaf(program, "resume", "let a paused list or chat go on")
    .addArgument(target())
    .action(async (what, { json }) =>
      end(
        await onSystem(terminal, async (system) => {
          const changed = await resumeTarget(system, what);
          if (json) print(JSON.stringify({ ...what, changed }));
          else print(`${nameOf(what)} ${changed ? "goes on" : "was not paused"}.`);
          return 0;
        }),
      ),
    );
  leaf(program, "paused", "name the lists and lanes that are paused").action(async ({ json }) =>
    end(
      await onSystem(terminal, async ({ lists }) => {
        const all = await Promise.all(
          lists.map(async ({ name, queue }) => ({
            list: name,
            isPaused: (await queue.stats()).isPaused,
            lanes: await queue.pausedLanes(),
          })),
        );
        if (json) print(JSON.stringify(all));
        else print(lines(all));
        return 0;
      }),
    ),
  );
}

const target = () =>
  new Argument("<what>", `${listNames.join(", ")}, or the id of a chat`).argParser(
    (text): Target => {
      const list = listNames.find((name) => name === text);
      if (list) return { list };
      if (TelegramId.safeParse(text).success) return { chat: text };
      throw new InvalidArgumentError(`Give ${listNames.join(", ")}, or the id of a chat.`);
    },
  );

const nameOf = (what: Target) => ("list" in what ? `The list ${what.list}` : `Chat ${what.chat}`);

/** Commands of the chat, such as /forget, have a lane of their own, and go on. */
const laneOf = (chat: string) => lanesOf(chat)[0];

const pauseTarget = ({ list }: System, what: Target): Promise<boolean> =>
  "list" in what ? list(what.list).pauseList() : list("inbound").pause(laneOf(what.chat));

const resumeTarget = ({ list }: System, what: Target): Promise<boolean> =>
  "list" in what ? list(what.list).resumeList() : list("inbound").resume(laneOf(what.chat));

interface Paused {
  readonly list: ListName;
  readonly isPaused: boolean;
  readonly lanes: readonly string[];
}

function lines(all: readonly Paused[]): string {
  const some = all.flatMap(({ list, isPaused, lanes }) => [
    ...(isPaused ? [`The list ${list}`] : []),
    ...lanes.map((lane) => `${lane} of ${list}`),
  ]);
  return some.length > 0 ? some.join("\n") : "Nothing is paused.";
}
