import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningProcess, startProcess } from "@tgmem/processes";
import { botAccount, startTelegramServer, type TelegramServer } from "@tgmem/telegram-test-server";
import { Redis } from "ioredis";

export interface TelegramWorldOptions {
  /** The entry of the process under test. */
  readonly main: URL;
  /** A server that is the test file's alone, because it is emptied. */
  readonly redisUrl: string;
  /** Variables of the process beside where Redis and Telegram are, and who the bot is. */
  readonly env: (sessionFile: string) => Readonly<Record<string, string>>;
}

export interface TelegramWorld {
  readonly server: TelegramServer;
  readonly redis: Redis;
  readonly sessionFile: string;
  /** Starts the process with these variables beside the usual ones. */
  readonly run: (variables?: Readonly<Record<string, string>>) => RunningProcess;
  /** Starts the process and resolves when it has started. */
  readonly start: (variables?: Readonly<Record<string, string>>) => Promise<RunningProcess>;
  /** Kills the processes that still run, and leaves nothing behind. */
  readonly close: () => Promise<void>;
}

/** Makes a Telegram, an empty Redis and a session file for one test of a process that logs in as the bot. */
export async function telegramWorld(options: TelegramWorldOptions): Promise<TelegramWorld> {
  const { main, redisUrl } = options;
  const server = await startTelegramServer();
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  // A test may kill the server, and the client connects again by itself.
  redis.on("error", () => {});
  await redis.flushall();
  const folder = await mkdtemp(join(tmpdir(), "tgmem-telegram-world-"));
  const sessionFile = join(folder, "session");
  const started: RunningProcess[] = [];
  const env = {
    ...server.env,
    REDIS_URL: redisUrl,
    TELEGRAM_API_ID: "1",
    TELEGRAM_API_HASH: "hash",
    TELEGRAM_BOT_TOKEN: botAccount.botToken,
    ...options.env(sessionFile),
  };

  function run(variables: Readonly<Record<string, string>> = {}): RunningProcess {
    const process = startProcess(main, { env: { ...env, ...variables } });
    started.push(process);
    return process;
  }

  return {
    server,
    redis,
    sessionFile,
    run,
    async start(variables) {
      const process = run(variables);
      await process.says('"msg":"started"');
      return process;
    },
    async close() {
      await Promise.all(started.map((process) => process.stop("SIGKILL")));
      redis.disconnect();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
