import { BaseTelegramClient, MemoryStorage } from "@mtcute/node";
import { addPublicKey, NodeCryptoProvider } from "@mtcute/node/utils.js";
import { afterAll, expect, it } from "vitest";
import { startTelegramServer } from "./start-telegram-server.ts";

// A client that shares no code with GramJS: own crypto, own codec, checks of the prime and of every nonce.
const server = await startTelegramServer({ padKey: true });
afterAll(() => server.close());

it("speaks MTProto with an unrelated client", async () => {
  const { host: ipAddress, port } = server.endpoint;
  const crypto = new NodeCryptoProvider();
  await crypto.initialize();
  addPublicKey(crypto, server.publicKey);
  const dc = { id: 2, ipAddress, port };
  const client = new BaseTelegramClient({
    apiId: 1,
    apiHash: "hash",
    storage: new MemoryStorage(),
    crypto,
    defaultDcs: { main: dc, media: dc },
    logLevel: 0,
  });
  await client.connect();
  expect(await client.call({ _: "help.getConfig" })).toMatchObject({
    _: "config",
    messageLengthMax: 4_096,
  });
  await expect(client.call({ _: "updates.getState" })).rejects.toMatchObject({
    code: 401,
    text: "AUTH_KEY_UNREGISTERED",
  });
  await client.destroy();
});
