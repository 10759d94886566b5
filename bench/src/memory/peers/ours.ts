import { createMemory, inMemoryArchive } from "@tgmem/memory";
import { redisStore } from "@tgmem/memory/redis";
import { Redis } from "ioredis";
import { answered, type OpenPeer, said, summary, ttlSeconds, windowTurns } from "./peer.ts";

/** Summaries are made where the worker makes them: beside the turn. The archive is not asked by a turn. */
export const openOurs: OpenPeer = async (url, prefix) => {
  const redis = new Redis(url);
  const memory = createMemory({
    store: redisStore(redis, {
      namespace: prefix,
      window: windowTurns,
      ttlMs: ttlSeconds * 1_000,
    }),
    archive: inMemoryArchive(),
    summarizer: { summarize: async () => ({ text: summary }) },
  });
  const due = new Set<string>();
  const open = async (chat: string, n: number) => {
    const turn = await memory.open(chat, { turnId: `turn ${n}` });
    return {
      messages: turn.prompt(said(n)),
      commit: async () => {
        const done = await turn.commit({ user: said(n), assistant: answered(n) });
        if (done.due) due.add(chat);
      },
    };
  };
  const aside = async (chat: string) => {
    if (!due.delete(chat)) return;
    const { status } = await memory.summarize(chat);
    if (status !== "applied") throw new Error(`A summary of the bench was ${status}.`);
  };
  return {
    open,
    aside,
    async seed(chat, turns) {
      for (let n = 0; n < turns; n++) {
        const turn = await open(chat, n);
        await turn.commit();
        await aside(chat);
      }
    },
    async close() {
      await memory.settled();
      redis.disconnect();
    },
  };
};
