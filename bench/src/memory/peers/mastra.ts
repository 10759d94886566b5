import { EventEmitter } from "node:events";
import type { MastraDBMessage } from "@mastra/core/agent";
import { RedisStore } from "@mastra/redis";
import { answered, type OpenPeer, promptOf, said, summary, windowTurns } from "./peer.ts";

/** The storage of Mastra's memory: the thread, its last messages, and the working memory of the person. It ends nothing by itself. */
export const openMastra: OpenPeer = async (url, prefix) => {
  const store = new RedisStore({ id: prefix, connectionString: url });
  const client: unknown = store.getClient();
  if (client instanceof EventEmitter) client.on("error", () => {});
  await store.init();
  const memory = await store.getStore("memory");
  if (!memory) throw new Error("Mastra has no memory on Redis.");
  const idOf = (chat: string) => `${prefix}:${chat}`;
  const message = (chat: string, n: number, role: "user" | "assistant"): MastraDBMessage => {
    const text = role === "user" ? said(n) : answered(n);
    return {
      id: `${idOf(chat)}:${n}:${role}`,
      threadId: idOf(chat),
      resourceId: idOf(chat),
      role,
      createdAt: new Date(1e12 + 2_000 * n + (role === "user" ? 0 : 1_000)),
      content: { format: 2, parts: [{ type: "text", text }], content: text },
    };
  };
  const pair = (chat: string, n: number) => [
    message(chat, n, "user"),
    message(chat, n, "assistant"),
  ];
  return {
    async open(chat, n) {
      const [, page, resource] = await Promise.all([
        memory.getThreadById({ threadId: idOf(chat) }),
        memory.listMessages({
          threadId: idOf(chat),
          resourceId: idOf(chat),
          perPage: 2 * windowTurns,
          page: 0,
          orderBy: { field: "createdAt", direction: "DESC" },
        }),
        memory.getResourceById({ resourceId: idOf(chat) }),
      ]);
      // The page is the last one, and its order the newest first.
      const turns = page.messages.toReversed().map(({ role, content }) => ({
        role: role === "user" ? ("user" as const) : ("assistant" as const),
        content: content.content ?? "",
      }));
      return {
        messages: promptOf(resource?.workingMemory ?? null, turns, n),
        commit: () => memory.saveMessages({ messages: pair(chat, n) }),
      };
    },
    async seed(chat, turns) {
      const now = new Date();
      const thread = { id: idOf(chat), resourceId: idOf(chat), createdAt: now, updatedAt: now };
      await memory.saveThread({ thread: { ...thread, title: "bench", metadata: {} } });
      const all = Array.from({ length: turns }, (_, n) => pair(chat, n));
      for (let at = 0; at < turns; at += 100)
        await memory.saveMessages({ messages: all.slice(at, at + 100).flat() });
      await memory.updateResource({ resourceId: idOf(chat), workingMemory: summary });
    },
    close: () => store.close(),
  };
};
