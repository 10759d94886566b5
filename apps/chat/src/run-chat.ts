import { join } from "node:path";
import { parseArgs } from "node:util";
import { createMemory, recallIndex } from "@tgmem/memory";
import { openSqlite, sqliteArchive, sqlitePostings, sqliteStore } from "@tgmem/memory/sqlite";
import {
  memoryPolicy,
  memoryVariables,
  modelVariables,
  parseEnv,
  wideWindow,
} from "@tgmem/service/variables";
import { createModels, searchingEndpoint, systemPrompt } from "@tgmem/worker";
import { z } from "zod";
import { createBot } from "./bot.ts";
import { makeDataFolder } from "@tgmem/service/data-folder";
import { talk } from "./terminal.ts";

const usage = `chat: talk to the bot in your terminal; no accounts, no servers

  --data DIR   where it keeps its memory (default .data/chat)
  --help       this text

Reads lines from a pipe, too. /help lists what it understands. Set OPEN_ROUTER_API_KEY for a real model, or
OPENROUTER_BASE_URL for one of your own (http://127.0.0.1:11434/v1 is Ollama), which needs no key and no name;
and MEMORY_WINDOW and SUMMARIZE_EVERY (turns, 10 each) for how much it remembers word for word, and how often it summarizes;
RECALL_WORDS for how many words of what was said long ago it is told again (150, 0 = none);
PERSONA names a file with the bot's character;
with MEMORY_PROMPT=since_summary the model reads only the turns that the summary does not tell yet.
Ctrl-C stops an answer; at a prompt it leaves, as Ctrl-D does. Exit codes: 0, 1 = a piped line got no answer, 2 = set up wrongly.
`;

/** What the command is set up with, and what it opens. Throws when that cannot be used. */
export async function setUp(args: readonly string[], source: NodeJS.ProcessEnv) {
  const { data, help } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string", default: ".data/chat" },
      help: { type: "boolean", short: "h" },
    },
  }).values;
  if (help) return { usage };
  const variables = z
    .object({ ...modelVariables, ...memoryVariables })
    .refine(...wideWindow)
    .refine(...searchingEndpoint);
  const env = parseEnv(variables, source);
  makeDataFolder(data);
  const database = openSqlite(join(data, "memory.sqlite"));
  const store = sqliteStore(database, { window: env.MEMORY_WINDOW });
  const recall = env.RECALL_WORDS > 0 ? recallIndex(sqlitePostings(database)) : undefined;
  return { data, env, database, store, recall, archive: sqliteArchive(database) };
}

type SetUp = Exclude<Awaited<ReturnType<typeof setUp>>, { usage: string }>;

/** Makes the bot that the command is set up with. `close` closes what it was set up with, too. */
export async function openBot(
  { env, database, store, recall, archive }: SetUp,
  { onServed }: { readonly onServed?: (model: string) => void } = {},
) {
  const models = await createModels(env, { ...(onServed && { onServed }) });
  const memory = createMemory({
    store,
    recall,
    archive,
    summarizer: models.summarizer,
    policy: memoryPolicy(env),
    systemPrompt: env.PERSONA ?? systemPrompt,
    timeZone: env.TIME_ZONE,
  });
  const bot = createBot({ memory, model: models.chat, persona: env.PERSONA });
  return {
    ...bot,
    online: models.online,
    async close() {
      await bot.close();
      database.close();
    },
  };
}

/** Talks until the input ends. Resolves with the exit code. */
export async function runChat(ready: SetUp): Promise<number> {
  const { stdin: input, stdout: output, stderr } = process;
  // Notes go to stderr, so that a pipe gets the answers alone.
  const note = (text: string) => void (input.isTTY && stderr.write(text));
  const bot = await openBot(ready, { onServed: (model) => note(`[${model}] `) });
  note(
    `Memory in ${ready.data}. ${bot.online ? "" : "No OPEN_ROUTER_API_KEY: offline model. "}/help for commands, Ctrl-D to leave.\n\n`,
  );
  const allAnswered = await talk({
    input,
    output,
    ask: (line, options) => bot.ask(line, options),
    onFailure: (failure) => stderr.write(`chat: no answer: ${failure}\n`),
  });
  await bot.close();
  // A person has read what was wrong; a script reads the code.
  return allAnswered || input.isTTY ? 0 : 1;
}
