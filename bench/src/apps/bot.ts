import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startAirtableServer } from "@tgmem/airtable-test-server";
import { startOpenRouterServer } from "@tgmem/openrouter-test-server";
import { botAccount, startTelegramServer } from "@tgmem/telegram-test-server";
import { type App, startApp } from "./app-process.ts";
import { createCleanups } from "./cleanups.ts";
import { startServers } from "./servers.ts";

/** The bot as an operator has it, but on servers of its own: logged in, with a model and Airtable set. Only these apps run. */
export async function startBot(apps: readonly App[]) {
  const cleanups = createCleanups();
  try {
    const { env } = await startServers(cleanups.defer);
    const model = await startOpenRouterServer();
    cleanups.defer(() => model.close());
    const airtable = await startAirtableServer();
    cleanups.defer(() => airtable.close());
    const telegram = await startTelegramServer();
    cleanups.defer(() => telegram.close());
    const folder = await mkdtemp(join(tmpdir(), "tgmem-bench-"));
    cleanups.defer(() => rm(folder, { recursive: true }));
    const settings = {
      ...env,
      ...telegram.env,
      OPEN_ROUTER_API_KEY: "key",
      OPENROUTER_BASE_URL: model.baseURL,
      OPENROUTER_CHAT_MODEL: "bench/model",
      AIRTABLE_PAT: airtable.token,
      AIRTABLE_BASE_ID: airtable.baseId,
      AIRTABLE_ENDPOINT_URL: airtable.endpointUrl,
      TELEGRAM_API_ID: "1",
      TELEGRAM_API_HASH: "hash",
      TELEGRAM_BOT_TOKEN: botAccount.botToken,
      TELEGRAM_SESSION: join(folder, "receiver"),
      TELEGRAM_SENDER_SESSION: join(folder, "sender"),
    };
    const pids: number[] = [];
    for (const app of apps) {
      const started = await startApp(app, settings);
      cleanups.defer(() => started.stop());
      pids.push(started.pid);
    }
    return {
      model,
      telegram,
      redisUrl: env.REDIS_URL,
      /** Process ids of the apps, in their order. */
      pids,
      stop: cleanups.run,
    };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}
