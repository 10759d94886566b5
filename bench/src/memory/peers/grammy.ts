import { RedisAdapter } from "@grammyjs/storage-redis";
import { Redis } from "ioredis";
import {
  keptTurn,
  type KeptTurn,
  messagesOf,
  type OpenPeer,
  promptOf,
  summary,
  ttlSeconds,
  windowTurns,
} from "./peer.ts";

interface Session {
  readonly summary: string;
  readonly turns: readonly KeptTurn[];
}

/** As grammY's sessions do: read before the handler, written after it. Of two turns at once, one is lost. */
export const openGrammy: OpenPeer = async (url, prefix) => {
  const redis = new Redis(url);
  const sessions = new RedisAdapter<Session>({ instance: redis, ttl: ttlSeconds });
  const key = (chat: string) => `${prefix}:${chat}`;
  const last = Array.from<unknown, number>({ length: windowTurns }, (_, at) => at - windowTurns);
  return {
    async open(chat, n) {
      const session = (await sessions.read(key(chat))) ?? { summary, turns: [] };
      const turns = [...session.turns, keptTurn(n)].slice(-windowTurns);
      return {
        messages: promptOf(session.summary, messagesOf(session.turns), n),
        commit: () => sessions.write(key(chat), { ...session, turns }),
      };
    },
    seed: (chat, count) =>
      sessions.write(key(chat), { summary, turns: last.map((at) => keptTurn(count + at)) }),
    close: () => redis.disconnect(),
  };
};
