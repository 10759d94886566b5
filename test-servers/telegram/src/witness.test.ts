import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BaseTelegramClient, MemoryStorage } from "@mtcute/node";
import { addPublicKey, longFromBuffer, NodeCryptoProvider } from "@mtcute/node/utils.js";
import { afterAll, expect, it } from "vitest";
import { botAccount, startTelegramServer } from "./start-telegram-server.ts";

// A client that shares no code with GramJS: own crypto, own codec, checks of the prime and of every nonce.
const server = await startTelegramServer({ padKey: true, layer: layerOfWitness() });
const { host: ipAddress, port } = server.endpoint;
const dc = { id: 2, ipAddress, port };
const zero = longFromBuffer(new Uint8Array(8));
const crypto = new NodeCryptoProvider();
await crypto.initialize();
addPublicKey(crypto, server.publicKey);
const client = new BaseTelegramClient({
  apiId: 1,
  apiHash: "hash",
  storage: new MemoryStorage(),
  crypto,
  defaultDcs: { main: dc, media: dc },
  logLevel: 0,
});
await client.connect();
afterAll(async () => {
  await client.destroy();
  await server.close();
});

it("answers the calls of an unrelated client, and refuses those that need a log-in", async () => {
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

interface Entry {
  readonly name: string;
  readonly id: number;
  readonly type: string;
  readonly arguments: readonly Argument[];
}

interface Argument {
  readonly name: string;
  readonly type: string;
  readonly typeModifiers?: { readonly predicate?: string; readonly isVector?: boolean };
}

/** Its schema as TL text: it speaks a newer layer than GramJS. */
function layerOfWitness(): string {
  const core = createRequire(createRequire(import.meta.url).resolve("@mtcute/node"));
  const file = new URL("tl/api-schema.json", `file://${core.resolve("@mtcute/core")}`);
  const { e: entries }: { e: Entry[] } = JSON.parse(readFileSync(file, "utf8"));
  const typesOfItsOwn: Readonly<Record<string, string>> = { int53: "long", any: "!X" };
  const fieldOf = ({ name, type, typeModifiers: modifiers = {} }: Argument) => {
    const one = typesOfItsOwn[type] ?? type;
    const of = modifiers.isVector ? `Vector<${one}>` : one;
    return `${name}:${modifiers.predicate ? `${modifiers.predicate}?` : ""}${of}`;
  };
  return entries
    .map(
      ({ name, id, type, arguments: fields }) =>
        `${name}#${id.toString(16)} ${fields.map(fieldOf).join(" ")} = ${type};`,
    )
    .join("\n");
}
