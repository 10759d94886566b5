import { mtcuteOptions } from "@tgmem/telegram-test-server/mtcute";
import { BaseTelegramClient, MemoryStorage } from "@mtcute/node";
import { longFromBuffer } from "@mtcute/node/utils.js";
import type { OpenClient } from "./peer.ts";

/** Its lower half, without a dispatcher. */
export const open: OpenClient = async ({ endpoint, botToken }) => {
  const client = new BaseTelegramClient({
    apiId: 1,
    apiHash: "hash",
    storage: new MemoryStorage(),
    ...(await mtcuteOptions(endpoint)),
    logLevel: 0,
  });
  await client.connect();
  await client.call({
    _: "auth.importBotAuthorization",
    flags: 0,
    apiId: 1,
    apiHash: "hash",
    botAuthToken: botToken,
  });
  const zero = longFromBuffer(new Uint8Array(8));
  return {
    onMessage: (listener) =>
      client.onServerUpdate.add((update) => {
        if (update._ !== "updates") return;
        for (const one of update.updates) if (one._ === "updateNewMessage") listener();
      }),
    send: (chatId, message, randomId) =>
      client.call({
        _: "messages.sendMessage",
        peer: { _: "inputPeerUser", userId: chatId, accessHash: zero },
        message,
        randomId: zero.add(randomId),
      }),
  };
};
