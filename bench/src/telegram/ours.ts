import { join } from "node:path";
import { connectTelegram } from "@tgmem/telegram/gramjs";
import type { OpenClient } from "./peer.ts";

export const open: OpenClient = async ({ endpoint, botToken, folder }) => {
  const telegram = await connectTelegram({
    apiId: 1,
    apiHash: "hash",
    botToken,
    sessionFile: join(folder, "session"),
    server: endpoint,
  });
  const { signal } = new AbortController();
  return {
    onMessage: (listener) => void telegram.listen(async () => listener(), { signal }),
    send: (chatId, text, randomId) =>
      telegram.send({ chatId: String(chatId), text, randomId: BigInt(randomId) }, { signal }),
  };
};
