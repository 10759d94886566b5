import { TelegramClient } from "telegram";
import { LogLevel } from "telegram/extensions/Logger.js";
import { StringSession } from "telegram/sessions/index.js";
import { afterAll, afterEach, expect, vi } from "vitest";
import { gramjsOptions } from "./gramjs.ts";
import { botAccount, startTelegramServer, userAccount } from "./start-telegram-server.ts";
import type { TelegramServerOptions } from "./telegram-server.ts";

/** A server with a bot and a person's account, and as many GramJS clients as a test file logs in. */
export async function gramjsBench(options: TelegramServerOptions = {}) {
  // What a client should never send, and answers that the server could not make.
  const errors: unknown[] = [];
  const server = await startTelegramServer({
    accounts: [botAccount, userAccount],
    onError: (error) => errors.push(error),
    ...options,
  });
  const clients: TelegramClient[] = [];
  afterEach(() => expect(errors.splice(0)).toEqual([]));
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.destroy()));
    await server.close();
  });

  function newClient(): TelegramClient {
    const made = new TelegramClient(new StringSession(""), 1, "hash", {
      connectionRetries: 5,
      ...gramjsOptions(server.endpoint),
    });
    made.setLogLevel(LogLevel.NONE);
    clients.push(made);
    return made;
  }

  return {
    server,
    /** Lets a person write, because a bot knows nobody who has not, and resolves when the client knows the chat. */
    meet: async (
      client: TelegramClient,
      person: string,
      where: { readonly group?: string } = {},
    ): Promise<void> => {
      server.say(person, "hello", where);
      await vi.waitFor(() => client.getInputEntity(where.group ?? person), { timeout: 60_000 });
    },
    bot: async (): Promise<TelegramClient> => {
      const made = newClient();
      await made.start({ botAuthToken: botAccount.botToken });
      return made;
    },
    person: async (): Promise<TelegramClient> => {
      const made = newClient();
      const { phone, code, password } = userAccount;
      await made.start({
        phoneNumber: phone,
        phoneCode: async () => code,
        password: async () => password,
        onError: (error) => {
          throw error;
        },
      });
      return made;
    },
  };
}
