import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createMemory } from "@tgmem/memory";
import { openSqlite, sqliteArchive, sqliteStore } from "@tgmem/memory/sqlite";
import {
  memoryPolicy,
  memoryVariables,
  modelVariables,
  parseEnv,
  wideWindow,
} from "@tgmem/service";
import { createModels, systemPrompt } from "@tgmem/worker";
import { z } from "zod";
import { createBot } from "./bot.ts";
import { talk } from "./terminal.ts";

const usage = `chat: talk to the bot in your terminal; no accounts, no servers

  --data DIR   where it keeps its memory (default .data/chat)
  --help       this text

Reads lines from a pipe, too. /help lists what it understands. Set OPEN_ROUTER_API_KEY for a real model, or
OPENROUTER_BASE_URL for one of your own (http://127.0.0.1:11434/v1 is Ollama), which needs no key and no name;
and MEMORY_WINDOW and SUMMARIZE_EVERY (turns, 10 each) for how much it remembers word for word, and how often it summarizes;
with MEMORY_PROMPT=since_summary the model reads only the turns that the summary does not tell yet.
`;

const { values } = parseArgs({
  options: {
    data: { type: "string", default: ".data/chat" },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}
mkdirSync(values.data, { recursive: true, mode: 0o700 });
const variables = z.object({ ...modelVariables, ...memoryVariables }).refine(...wideWindow);
const env = parseEnv(variables, process.env);
const database = openSqlite(join(values.data, "memory.sqlite"));
// Notes go to stderr, so that a pipe gets the answers alone.
const note = (text: string) => void (process.stdin.isTTY && process.stderr.write(text));
const models = createModels(env, { onServed: (model) => note(`[${model}] `) });
const memory = createMemory({
  store: sqliteStore(database, { window: env.MEMORY_WINDOW }),
  archive: sqliteArchive(database),
  summarizer: models.summarizer,
  policy: memoryPolicy(env),
  systemPrompt,
  timeZone: env.TIME_ZONE,
});
const bot = createBot({ memory, model: models.chat });

note(
  `Memory in ${values.data}. ${models.online ? "" : "No OPEN_ROUTER_API_KEY: offline model. "}/help for commands, Ctrl-D to leave.\n\n`,
);
await talk({
  input: process.stdin,
  output: process.stdout,
  ask: (line, onText) => bot.ask(line, onText),
});
await bot.close();
database.close();
