import { BaseTelegramClient, MemoryStorage } from "@mtcute/node";
import { longFromBuffer } from "@mtcute/node/utils.js";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { mtcuteOptions, mtcuteServerOptions } from "./mtcute.ts";
import { botAccount, startTelegramServer } from "./start-telegram-server.ts";

// A client that shares no code with GramJS: own crypto, own codec, checks of the prime and of every nonce.
const server = await startTelegramServer(mtcuteServerOptions());
const zero = longFromBuffer(new Uint8Array(8));
afterAll(() => server.close());

async function connect(): Promise<BaseTelegramClient> {
  const client = new BaseTelegramClient({
    apiId: 1,
    apiHash: "hash",
    storage: new MemoryStorage(),
    ...(await mtcuteOptions(server.endpoint)),
    logLevel: 0,
  });
  onTestFinished(() => client.destroy());
  await client.connect();
  return client;
}

it("answers the calls of an unrelated client, and refuses those that need a log-in", async () => {
  const client = await connect();
  expect(await client.call({ _: "help.getConfig" })).toMatchObject({
    _: "config",
    messageLengthMax: 4_096,
  });
  await expect(client.call({ _: "updates.getState" })).rejects.toMatchObject({
    code: 401,
    text: "AUTH_KEY_UNREGISTERED",
  });
});

it("logs in a bot of an unrelated client, tells it what is written, and stores what it sends once", async () => {
  const client = await connect();
  const heard: unknown[] = [];
  client.onServerUpdate.add((update) => heard.push(update));
  const { botToken } = botAccount;
  const authorization = await client.call({
    _: "auth.importBotAuthorization",
    flags: 0,
    apiId: 1,
    apiHash: "hash",
    botAuthToken: botToken,
  });
  expect(authorization).toMatchObject({ user: { id: 999, bot: true, username: "test_bot" } });

  server.say("42", "hello 😀");
  const told = [{ _: "updateNewMessage", message: { message: "hello 😀" } }];
  await expect.poll(() => heard).toMatchObject([{ _: "updates", updates: told }]);

  for (const _ of ["first", "again"])
    await client.call({
      _: "messages.sendMessage",
      peer: { _: "inputPeerUser", userId: 42, accessHash: zero },
      message: "hi there",
      randomId: zero.add(7),
    });
  expect(server.sent).toMatchObject([{ chatId: "42", text: "hi there", randomId: 7n }]);
});
