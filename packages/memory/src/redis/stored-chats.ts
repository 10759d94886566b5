import type { StoredChat } from "../stored-chat.ts";
import { everyPattern, keysOf, partOf } from "./keys.ts";
import type { RedisClient } from "./redis-client.ts";
import { decodeState, listOf } from "./replies.ts";
import { type RunScript, scriptRunner, unavailable } from "./script-runner.ts";
import { begin, dumpIds, loadChat, loadIds } from "./scripts.ts";
import { scansOf } from "./servers.ts";

/** Where a store in Redis keeps its chats, and for how long. */
export interface StoredChatsOptions {
  /** The `namespace` of the store. @default "tgmem" */
  readonly namespace?: string;
  /** The `ttlMs` of the store. @default 7_776_000_000, which is 90 days */
  readonly ttlMs?: number;
}

const dayMs = 86_400_000;
/** Keys that one script reads or writes. */
const slice = 500;

/** The names of what is known of a chat under keys of its own. */
interface Known {
  readonly ids: Set<string>;
  readonly requests: Set<string>;
}

/**
 * Gives everything that a store keeps in Redis, chat by chat. Nobody should work with it meanwhile. Rejects with
 * `store_unavailable`.
 */
export async function* dumpChats(
  redis: RedisClient,
  { namespace = "tgmem", ttlMs = 90 * dayMs }: StoredChatsOptions = {},
): AsyncGenerator<StoredChat> {
  const run = scriptRunner(redis);
  for (const [chat, known] of await knownChats(redis, namespace)) {
    const keys = keysOf(namespace, chat);
    // A key of no turn: nothing is asked of it.
    const reply = listOf(await run(begin, [...keys.state, keys.pause, keys.turn("")], []));
    const { usage, paused, archivedIn, ...state } = decodeState(reply);
    const { seq, watermark, version, incarnation, base, dropped, epoch } = state;
    const [, own, entries] = reply;
    const [summary] = listOf(own);
    const ids = await valuesOf(run, [...known.ids].toSorted(), keys.turn);
    const requests = await valuesOf(run, [...known.requests].toSorted(), keys.request);
    yield {
      chat,
      epoch,
      counters: { seq, watermark, version, incarnation, base, dropped },
      summary: typeof summary === "string" ? summary : null,
      turns: listOf(entries).flatMap((entry) => turnOf(String(entry)) ?? []),
      ids: ids.map(({ name: id, value, endsAtMs }) => ({
        id,
        seq: Number(value),
        atMs: endsAtMs - ttlMs,
      })),
      forgets: requests.map(({ name: requestId, value }) => ({ requestId, epoch: Number(value) })),
      usage,
      isPaused: paused,
      ...(archivedIn !== undefined && { archivedIn }),
    };
  }
}

/** An entry is `<seq>|<atMs>|<payload>`; undefined = it is none. */
function turnOf(entry: string): StoredChat["turns"][number] | undefined {
  const [head, seq, atMs] = /^(\d+)\|(\d+)\|/.exec(entry) ?? [];
  if (head === undefined) return undefined;
  return { seq: Number(seq), atMs: Number(atMs), payload: entry.slice(head.length) };
}

/** Finds the chats by their keys, because nothing else knows them all. */
async function knownChats(
  redis: RedisClient,
  namespace: string,
): Promise<ReadonlyMap<string, Known>> {
  const chats = new Map<string, Known>();
  for (const scan of await scansOf(redis))
    for (let cursor: string | undefined = "0"; cursor !== undefined;) {
      const reply: unknown = await scan(cursor, everyPattern(namespace), slice).catch(
        (error: unknown) => {
          throw unavailable(error);
        },
      );
      const [next, keys] = listOf(reply);
      for (const key of listOf(keys)) note(String(key));
      cursor = String(next) === "0" ? undefined : String(next);
    }
  return new Map([...chats].toSorted(([a], [b]) => (a < b ? -1 : 1)));

  function note(key: string): void {
    const found = partOf(namespace, key);
    if (!found) return;
    const { chat, part } = found;
    const known = chats.get(chat) ?? { ids: new Set(), requests: new Set() };
    chats.set(chat, known);
    if (part.startsWith("d:")) known.ids.add(part.slice(2));
    if (part.startsWith("f:")) known.requests.add(part.slice(2));
  }
}

async function valuesOf(
  run: RunScript,
  names: readonly string[],
  keyOf: (name: string) => string,
): Promise<readonly { name: string; value: string; endsAtMs: number }[]> {
  const found: { name: string; value: string; endsAtMs: number }[] = [];
  for (let from = 0; from < names.length; from += slice) {
    const some = names.slice(from, from + slice);
    const [now, ...replies] = listOf(await run(dumpIds, some.map(keyOf), [])).map(String);
    for (const [at, name] of some.entries()) {
      const [value = "", ms] = replies.slice(2 * at);
      if (value !== "") found.push({ name, value, endsAtMs: Number(now) + Number(ms) });
    }
  }
  return found;
}

/**
 * Puts into Redis what another store kept of chats, in the place of what Redis knows of them. What was broken off may be begun
 * again. Rejects with `store_unavailable`.
 */
export async function loadChats(
  redis: RedisClient,
  chats: readonly StoredChat[],
  { namespace = "tgmem", ttlMs = 90 * dayMs }: StoredChatsOptions = {},
): Promise<void> {
  const run = scriptRunner(redis);
  for (const stored of chats) {
    const { state, pause, turn, request } = keysOf(namespace, stored.chat);
    const numbers = numbersOf(stored);
    const own = [stored.epoch, stored.summary ?? "", stored.isPaused ? 1 : 0];
    const turns = stored.turns.map(({ seq, atMs, payload }) => `${seq}|${atMs}|${payload}`);
    const args = [ttlMs, ...own, numbers.length, ...numbers, ...turns];
    await run(loadChat, [...state, pause], args);
    const known = [
      ...stored.ids.map(({ id, seq, atMs }) => [turn(id), seq, atMs] as const),
      ...stored.forgets.map(({ requestId, epoch }) => [request(requestId), epoch, ""] as const),
    ];
    for (let from = 0; from < known.length; from += slice) {
      const some = known.slice(from, from + slice);
      const values = some.flatMap(([, value, atMs]) => [value, atMs]);
      await run(
        loadIds,
        some.map(([key]) => key),
        [ttlMs, ...values],
      );
    }
  }
}

/** Names and values of the hash; there is none where nothing is remembered. */
function numbersOf({ counters, usage, archivedIn }: StoredChat): readonly (string | number)[] {
  const { seq, watermark, version, incarnation, base, dropped } = counters;
  if (incarnation === "") return [];
  const fields = {
    seq,
    wm: watermark,
    ver: version,
    inc: incarnation,
    base,
    dropped,
    in: usage.input,
    out: usage.output,
    cost: usage.cost,
    ...(archivedIn !== undefined && { arc: archivedIn }),
  };
  return Object.entries(fields).flat();
}
