import { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { airtable } from "./airtable.ts";
import { backup } from "./backup.ts";
import { chats } from "./chats.ts";
import { cost } from "./cost.ts";
import { dead } from "./dead.ts";
import { doctor } from "./doctor.ts";
import { enqueue } from "./enqueue.ts";
import { lane } from "./lane.ts";
import { login } from "./login.ts";
import { memory } from "./memory.ts";
import { move } from "./move.ts";
import { pause } from "./pause.ts";
import { people } from "./people.ts";
import { queue } from "./queue.ts";
import { send } from "./send.ts";
import { status } from "./status.ts";
import { tail } from "./tail.ts";
import { ui } from "./ui.ts";

/** The commands in the order of the help. */
const commands = [
  status,
  tail,
  ui,
  queue,
  pause,
  chats,
  people,
  memory,
  cost,
  dead,
  lane,
  doctor,
  enqueue,
  send,
  backup,
  move,
  login,
  airtable,
];

const footer = `
Exit codes: 0 done, 1 failed, not found or not confirmed, 2 a wrong command line or variable
Variables: those of the processes; see .env.example. REDIS_URL is redis://127.0.0.1:6379 if it is not set.
The bot in one process (pnpm bot) keeps everything in a folder: tgmem --data .data/bot COMMAND, whether it runs or not.`;

/** Makes the command line. It neither exits nor prints by itself: what is wrong is thrown as a `CommanderError`. */
export function createProgram(terminal: Terminal): Command<[], { data?: string }> {
  const program = new Command("tgmem")
    .description("look into and mend a running system")
    .option("--data <dir>", "the folder of the bot in one process; without it REDIS_URL counts")
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: () => {} })
    .configureHelp({ showGlobalOptions: false })
    .addHelpText("after", footer);
  const inFolder: Terminal = {
    ...terminal,
    get data() {
      return program.opts().data;
    },
  };
  for (const add of commands) add(program, inFolder);
  return program;
}
