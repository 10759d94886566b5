import { createFaults } from "./faults.ts";
import { layer198 } from "./layer.ts";
import { listen } from "./mtproto/server.ts";
import type { TelegramServer, TelegramServerOptions } from "./telegram-server.ts";
import type { TlObject } from "./tl/fields.ts";
import type { AccountOptions } from "./world/account.ts";
import { createAnswer } from "./world/answer.ts";
import { createHappenings } from "./happenings.ts";
import { World } from "./world/world.ts";

/** The account of a server that was started without options. */
export const botAccount = {
  id: "999",
  username: "test_bot",
  botToken: "999:token",
} as const satisfies AccountOptions;

/** A person's account with a two-step password, for `accounts`. */
export const userAccount = {
  id: "888",
  phone: "+15550100",
  code: "12345",
  password: "open sesame",
} as const satisfies AccountOptions;

/** Starts a Telegram on a free port of 127.0.0.1. */
export async function startTelegramServer({
  accounts = [botAccount],
  methods = {},
  padKey = false,
  layer = layer198,
  onError = () => {},
}: TelegramServerOptions = {}): Promise<TelegramServer> {
  const requests: TlObject[] = [];
  const calls: string[] = [];
  const world: World = new World(accounts, () => server.connections);
  const answer = createAnswer({
    world,
    added: methods,
    port: () => server.port,
    onRequest(request) {
      requests.push(request);
      calls.push(request._);
    },
  });
  const server = await listen({ padKey, layer, onError, answer });
  const first = accounts[0]?.id ?? "";
  const { rsa, port } = server;
  const publicKey = rsa.publicKey.export({ type: "pkcs1", format: "pem" }).toString();
  return {
    endpoint: { host: "127.0.0.1", port, publicKey },
    env: { TELEGRAM_SERVER: `127.0.0.1:${port}`, TELEGRAM_SERVER_KEY: publicKey },
    sent: world.outbox.sent,
    callbackAnswers: world.buttons.answers,
    requests,
    calls,
    readUpTo: (chatId, account = first) => world.account(account).readUpTo.get(chatId) ?? 0,
    ...createHappenings(world, first),
    settings: world.settings,
    faults: createFaults(world, server, first),
    close: () => server.close(),
  };
}
