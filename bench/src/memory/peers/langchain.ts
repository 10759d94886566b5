import { RedisChatMessageHistory } from "@langchain/redis";
import { answered, type OpenPeer, promptOf, said, ttlSeconds } from "./peer.ts";

/** It keeps every message and reads them all; it has no summary. */
export const openLangchain: OpenPeer = async (url, prefix) => {
  // A connection is made for each object, not for each URL.
  const config = { url };
  const of = (chat: string) =>
    new RedisChatMessageHistory({
      sessionId: `${prefix}:${chat}`,
      sessionTTL: ttlSeconds,
      config,
    });
  const { client } = of("any");
  client.on("error", () => {});
  const append = async (chat: string, n: number) => {
    await of(chat).addUserMessage(said(n));
    await of(chat).addAIMessage(answered(n));
  };
  return {
    async open(chat, n) {
      const stored = await of(chat).getMessages();
      const messages = stored.map(({ type, text }) => ({
        role: type === "human" ? ("user" as const) : ("assistant" as const),
        content: text,
      }));
      return { messages: promptOf(null, messages, n), commit: () => append(chat, n) };
    },
    async seed(chat, turns) {
      for (let n = 0; n < turns; n++) await append(chat, n);
    },
    close: () => client.disconnect(),
  };
};
