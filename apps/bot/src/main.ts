import { parseArgs } from "node:util";
import { runService, telegramExits } from "@tgmem/service";
import { makeDataFolder } from "@tgmem/service/data-folder";
import { botEnv } from "./env.ts";
import { firstRun, isFirstRun } from "./first-run.ts";
import { startBot } from "./start-bot.ts";

const print = (line: string) => void process.stdout.write(`${line}\n`);
const { data, help } = readArguments();
if (!help && process.stdin.isTTY && isFirstRun(process.env))
  await askForVariables().catch((error: unknown) => end(error, 1));
await runService({
  name: "bot",
  description: `the whole bot in one process, which keeps everything in a folder

  --data DIR   the folder (default .data/bot)

Without a token it asks for one, when it is started in a terminal, and keeps it in .env.`,
  env: botEnv,
  exits: telegramExits,
  start: (context) => {
    makeDataFolder(data);
    return startBot(context, data);
  },
});

function readArguments() {
  try {
    return parseArgs({
      options: {
        data: { type: "string", default: ".data/bot" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    return end(error, 2);
  }
}

async function askForVariables(): Promise<void> {
  const { terminalQuestions } = await import("@tgmem/service/questions");
  const { ask, close } = terminalQuestions(process.stdin, process.stdout);
  Object.assign(process.env, await firstRun(process.env, { file: ".env", ask, print }));
  close();
}

function end(error: unknown, code: number): never {
  process.stderr.write(`bot: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(code);
}
