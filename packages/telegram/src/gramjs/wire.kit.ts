import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect } from "vitest";
import type { IncomingMessage, ListenOptions, TelegramPort } from "../telegram.ts";
import {
  botAccount,
  startTelegramServer,
  type TelegramServer,
  type TelegramServerOptions,
} from "@tgmem/telegram-test-server";
import { type ConnectOptions, connectTelegram } from "./connect.ts";
import type { TelegramOptions } from "./client/options.ts";

export interface Wire {
  readonly server: TelegramServer;
  readonly folder: string;
  /** Options of a client of this server; the default session file logs in once and is used again. */
  readonly options: (overrides?: Partial<TelegramOptions>) => TelegramOptions;
  /** A connection that is closed after the test, by default the bot's. */
  readonly connect: (
    overrides?: Partial<ConnectOptions>,
    as?: "bot" | "user",
  ) => Promise<TelegramPort>;
  /** Collects what arrives until the test ends. */
  readonly listen: (
    port: TelegramPort,
    handle?: (message: IncomingMessage) => Promise<void>,
    options?: Omit<ListenOptions, "signal">,
  ) => Listening;
}

interface Listening {
  readonly texts: string[];
  readonly messages: IncomingMessage[];
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** One server for a test file. */
export async function wire(serverOptions: TelegramServerOptions = {}): Promise<Wire> {
  const faults: unknown[] = [];
  const server = await startTelegramServer({
    onError: (error) => faults.push(error),
    ...serverOptions,
  });
  const folder = mkdtempSync(join(tmpdir(), "tgmem-telegram-"));
  const open = new Set<TelegramPort>();
  afterEach(async () => {
    await Promise.all([...open].map((port) => port.close()));
    open.clear();
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const options = (overrides: Partial<TelegramOptions> = {}): TelegramOptions => ({
    apiId: 1,
    apiHash: "hash",
    sessionFile: join(folder, "session"),
    server: server.endpoint,
    // The server is there again at once after it has cut a connection.
    reconnectDelayMs: 50,
    ...overrides,
  });
  return {
    server,
    folder,
    options,
    async connect(overrides = {}, as = "bot") {
      const token = as === "bot" ? { botToken: botAccount.botToken } : {};
      const port = await connectTelegram({ ...options(), ...token, ...overrides });
      open.add(port);
      return port;
    },
    listen(port, handle = async () => {}, listenOptions = {}) {
      const messages: IncomingMessage[] = [];
      const texts: string[] = [];
      const stopping = new AbortController();
      const work = async (message: IncomingMessage) => {
        await handle(message);
        messages.push(message);
        texts.push(message.text);
      };
      const ended = port.listen(work, { ...listenOptions, signal: stopping.signal });
      ended.catch(() => {});
      return {
        texts,
        messages,
        ended,
        async stop() {
          stopping.abort();
          await ended;
        },
      };
    },
  };
}

/** Long enough for a client to connect again. */
export const soon = { timeout: 60_000, interval: 10 };
