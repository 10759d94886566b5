import { gramjsOptions } from "@tgmem/telegram-test-server/gramjs";
import bigInt from "big-integer";
import { Api, TelegramClient } from "telegram";
import { NewMessage } from "telegram/events/index.js";
import { LogLevel } from "telegram/extensions/Logger.js";
import { StringSession } from "telegram/sessions/index.js";
import type { OpenClient } from "./peer.ts";

/** GramJS as its own guide uses it. */
export const open: OpenClient = async ({ endpoint, botToken }) => {
  const client = new TelegramClient(new StringSession(""), 1, "hash", {
    connectionRetries: 5,
    ...gramjsOptions(endpoint),
  });
  client.setLogLevel(LogLevel.NONE);
  await client.start({ botAuthToken: botToken });
  return {
    onMessage: (listener) =>
      client.addEventHandler(() => listener(), new NewMessage({ incoming: true })),
    send: (chatId, text, randomId) =>
      client.invoke(
        new Api.messages.SendMessage({
          peer: new Api.InputPeerUser({ userId: bigInt(chatId), accessHash: bigInt.zero }),
          message: text,
          randomId: bigInt(randomId),
        }),
      ),
  };
};
