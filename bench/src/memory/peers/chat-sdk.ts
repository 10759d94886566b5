import { createRedisState } from "@chat-adapter/state-redis";
import {
  answered,
  type OpenPeer,
  type PeerMessage,
  promptOf,
  said,
  summary,
  ttlSeconds,
  windowTurns,
} from "./peer.ts";

const nothing = () => {};
const logger = {
  child: () => logger,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
};

/** The Chat SDK appends a message when it comes, and the answer when it is sent: two calls that nothing can join. */
export const openChatSdk: OpenPeer = async (url, prefix) => {
  const state = createRedisState({ url, keyPrefix: prefix, logger });
  await state.connect();
  const limits = { maxLength: 2 * windowTurns, ttlMs: ttlSeconds * 1_000 };
  const add = (chat: string, message: PeerMessage) => state.appendToList(chat, message, limits);
  const append = async (chat: string, n: number) => {
    await add(chat, { role: "user", content: said(n) });
    await add(chat, { role: "assistant", content: answered(n) });
  };
  return {
    async open(chat, n) {
      const [messages, text] = await Promise.all([
        state.getList<PeerMessage>(chat),
        state.get<string>(`${chat}:summary`),
      ]);
      return { messages: promptOf(text, messages, n), commit: () => append(chat, n) };
    },
    async seed(chat, turns) {
      for (let n = 0; n < turns; n++) await append(chat, n);
      await state.set(`${chat}:summary`, summary, limits.ttlMs);
    },
    close: () => state.disconnect(),
  };
};
