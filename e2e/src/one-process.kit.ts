import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inboundQueue, outboundQueue } from "@tgmem/contracts";
import { openFolder } from "@tgmem/folder";
import { cannedReply } from "@tgmem/llm/testing";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { type RunningProcess, runProcess, startProcess } from "@tgmem/processes";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { keepFull, testDisks } from "@tgmem/testbed";
import { type Bot, quick, type Variables } from "./bot.kit.ts";

const main = (app: "admin" | "bot") => new URL(`../../apps/${app}/src/main.ts`, import.meta.url);

/** The bot in one process, on files in a folder, which is a small disk where this user may mount one. */
export async function openOneProcess(people: readonly string[]): Promise<Bot> {
  const telegram = await startTelegramServer();
  const model = await startOpenRouterServer({ reply: cannedReply, latencyMs: 30 });
  const data = await mkdtemp(join(tmpdir(), "tgmem-e2e-"));
  const disks = testDisks();
  if (!disks.missing) disks.mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", data);
  const folder = openFolder(data, { window: 10, onError: () => {} });
  const env = {
    ...telegram.env,
    TELEGRAM_API_ID: "1",
    TELEGRAM_API_HASH: "hash",
    TELEGRAM_BOT_TOKEN: botAccount.botToken,
    OPEN_ROUTER_API_KEY: "key",
    OPENROUTER_BASE_URL: model.baseURL,
    OPENROUTER_CHAT_MODEL: "fake/chat",
    OPENROUTER_SUMMARY_MODEL: "fake/summary",
    // Summaries are made when they are due, and not every five minutes.
    AIRTABLE_BATCH_WINDOW_MS: "0",
    ...quick,
    WHITELIST_USER: people.join(" "),
  };
  const started: RunningProcess[] = [];
  let given: Variables = {};

  async function start(variables = given): Promise<void> {
    given = variables;
    const bot = startProcess(main("bot"), {
      env: { ...env, ...variables },
      args: ["--data", data],
    });
    started.push(bot);
    await bot.says('"msg":"started"');
  }
  function newest(): RunningProcess {
    const bot = started.at(-1);
    if (!bot) throw new Error("The bot was not started.");
    return bot;
  }
  return {
    telegram,
    model,
    inbound: folder.list(inboundQueue),
    outbound: folder.list(outboundQueue),
    engine: undefined,
    processes: ["bot"],
    fullSays: "the files take no writes",
    start: (_part, variables) => start(variables),
    startAll: start,
    process: newest,
    stop: (_part, signal) => newest().stop(signal),
    stopAll: async (signal) => [await newest().stop(signal)],
    async restart() {
      await newest().stop("SIGKILL");
      await start();
    },
    fill: disks.missing ? undefined : async () => keepFull(data),
    tgmem: (...args) => runProcess(main("admin"), { args: ["--data", data, ...args], env }),
    async texts() {
      const names = await readdir(data);
      return (await Promise.all(names.map((name) => textOf(join(data, name))))).join("\n");
    },
    output: () => started.map(({ output }) => output()).join("\n"),
    async close() {
      await Promise.all(started.map((bot) => bot.stop("SIGKILL")));
      await folder.close();
      await model.close();
      await telegram.close();
      if (!disks.missing) disks.unmount(data);
      await rm(data, { recursive: true });
    },
  };
}

/** The text of a file, or nothing if it is gone: the new session stands beside the old one until it is renamed. */
async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
