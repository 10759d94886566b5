import { MemoryError } from "../errors.ts";
import type { ChatPage, ListedChat } from "../store.ts";
import { chatOf, keysOf, numbersPattern } from "./keys.ts";
import type { RedisClient } from "./redis-client.ts";
import { decodeListed, listOf } from "./replies.ts";
import { type RunScript, unavailable } from "./script-runner.ts";
import { listed } from "./scripts.ts";
import { scansOf } from "./servers.ts";

export interface ListChatsOptions {
  readonly redis: RedisClient;
  readonly run: RunScript;
  readonly namespace: string;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** A server goes through this many keys at once. Most are ids of turns, so that few of them are chats. */
const keysAScan = 100;
/** A part is given, however few its chats are, after this many scans. */
const scansAPart = 500;

const fail = (error: unknown) => {
  throw unavailable(error);
};

const first = { server: 0, at: "0" };

/** Where a part begins: at which server of a cluster, and where in its keys. */
function positionOf(cursor: string | undefined): { server: number; at: string } {
  if (cursor === undefined) return first;
  const [, server, at] = /^(\d+):(\d+)$/.exec(cursor) ?? [];
  if (at !== undefined) return { server: Number(server), at };
  throw new MemoryError("invalid_argument", "This cursor is none that `list` has given.");
}

/** Lists chats by their keys, because nothing else knows them all. */
export async function listChats(options: ListChatsOptions): Promise<ChatPage> {
  const { redis, run, namespace, limit, cursor, signal } = options;
  const scans = await scansOf(redis);

  async function look(key: string): Promise<ListedChat | null> {
    const chat = chatOf(namespace, key);
    if (chat === null) return null;
    const { window, numbers } = keysOf(namespace, chat);
    return decodeListed(chat, await run(listed, [window, numbers], []));
  }

  const chats: ListedChat[] = [];
  let position = positionOf(cursor);
  for (let scanned = 0; scanned < scansAPart && chats.length < limit; scanned++) {
    signal?.throwIfAborted();
    const scan = scans[position.server];
    if (!scan) return { chats, cursor: null };
    const reply = await scan(position.at, numbersPattern(namespace), keysAScan).catch(fail);
    const [next, keys] = listOf(reply);
    const found = await Promise.all(listOf(keys).map((key) => look(String(key))));
    chats.push(...found.filter((one) => one !== null));
    const at = String(next);
    position = at === "0" ? { server: position.server + 1, at } : { ...position, at };
  }
  const ended = position.server >= scans.length;
  return { chats, cursor: ended ? null : `${position.server}:${position.at}` };
}
