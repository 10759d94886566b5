import { MemoryError } from "../errors.ts";
import { checkCount } from "../protocol/limits.ts";
import { checkPostingLimits } from "../recall/limits.ts";
import type {
  IndexNumbers,
  PostingLimits,
  PostingStore,
  StoredTurn,
} from "../recall/posting-store.ts";
import { checkNamespace, recallKeysOf } from "./keys.ts";
import * as scripts from "./posting-scripts.ts";
import type { RedisClient } from "./redis-client.ts";
import { listOf } from "./replies.ts";
import { scriptRunner } from "./script-runner.ts";

/** How much a recall index in Redis keeps, for how long, and under which keys. */
export interface RedisPostingsOptions extends PostingLimits {
  /** The beginning of every key, as that of the `redisStore`: then one forget erases both in one step. @default "tgmem" */
  readonly namespace?: string;
  /** How long a chat is kept in which nothing is added, in ms. @default 7_776_000_000, which is 90 days */
  readonly ttlMs?: number;
}

const dayMs = 86_400_000;

const encodeEntry = ({ units, turnId, body }: StoredTurn) => `${units}|${turnId}\n${body}`;

/** JSON holds no line break, so that the last one ends the id. */
function decodeEntry(entry: string): StoredTurn {
  const units = entry.slice(0, entry.indexOf("|"));
  const end = entry.lastIndexOf("\n");
  return {
    units: Number(units),
    turnId: entry.slice(units.length + 1, end),
    body: entry.slice(end + 1),
  };
}

function decodeNumbers(reply: readonly unknown[]): IndexNumbers {
  const [epoch, analyzer, first, last, built, units] = reply;
  return {
    epoch: Number(epoch),
    analyzer: String(analyzer),
    first: Number(first),
    last: Number(last),
    built: Number(built),
    units: Number(units),
  };
}

/** Pairs what was asked for with what was found. */
const found = <Key, Value>(
  keys: readonly Key[],
  values: readonly unknown[],
  decode: (value: string) => Value,
): ReadonlyMap<Key, Value> =>
  new Map(
    keys.flatMap((key, at) => {
      const value = values[at];
      return typeof value === "string" ? [[key, decode(value)] as const] : [];
    }),
  );

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** Puts the newest postings of each term behind its older ones. */
function joinedLists(
  terms: readonly string[],
  { older, newest }: { readonly older: readonly unknown[]; readonly newest: readonly unknown[] },
): ReadonlyMap<string, string> {
  const lists = terms.map((term, at) => [term, textOf(older[at]) + textOf(newest[at])] as const);
  return new Map(lists.filter(([, list]) => list !== ""));
}

function decodeSittings(sittings: string): readonly (readonly [number, number])[] {
  return sittings
    .split(";")
    .filter((sitting) => sitting !== "")
    .map((sitting) => {
      const [n, atMs] = sitting.split(":");
      return [Number(n), Number(atMs)] as const;
    });
}

function statusOf<const T extends string>(reply: unknown, statuses: readonly T[]): T {
  const status = statuses.find((one) => one === reply);
  if (status !== undefined) return status;
  throw new MemoryError("store_unavailable", `Redis answered an unknown status: ${String(reply)}.`);
}

const isFull = (error: unknown): boolean =>
  error instanceof MemoryError &&
  error.cause instanceof Error &&
  error.cause.message.startsWith("OOM");

/**
 * Keeps what a recall index writes in Redis 5 or newer, with one round trip a call. Takes a connected client of ioredis or
 * node-redis and leaves it open.
 */
export function redisPostings(
  redis: RedisClient,
  options: RedisPostingsOptions = {},
): PostingStore {
  const { namespace = "tgmem", ttlMs = 90 * dayMs } = options;
  const { maxTurns, maxPostings } = checkPostingLimits(options);
  checkCount("ttlMs", ttlMs);
  checkNamespace(namespace);
  const run = scriptRunner(redis);
  const keys = (chat: string) => recallKeysOf(namespace, chat);

  return {
    maxPostings,

    async state(chat, turnIds) {
      const { epoch, numbers, ids } = keys(chat);
      const reply = listOf(await run(scripts.state, [epoch, numbers, ids], turnIds));
      const known = found(turnIds, listOf(reply[7]), Number);
      return { ...decodeNumbers(reply), lastAtMs: Number(reply[6]), known };
    },

    async append(chat, batch) {
      const { epoch, after, builtBefore, built, analyzer, restart, turns, units, lists } = batch;
      const head = [epoch, ttlMs, maxTurns, maxPostings, after, builtBefore, built, analyzer];
      const entries = turns.flatMap((turn) => [
        turn.n,
        turn.turnId,
        encodeEntry(turn),
        turn.units,
        turn.starts ? 1 : 0,
        turn.atMs,
      ]);
      const args = [
        ...head,
        restart ? 1 : 0,
        units,
        turns.length,
        ...entries,
        ...[...lists].flat(),
      ];
      try {
        const reply = await run(scripts.append, keys(chat).all, args);
        return statusOf(reply, ["added", "conflict", "forgotten"]);
      } catch (error) {
        // Nothing was written: at its memory limit Redis refuses a script at its first write.
        if (isFull(error)) return "full";
        throw error;
      }
    },

    async read(chat, terms, { sittings }) {
      const { epoch, numbers, newest, older, texts } = keys(chat);
      const args = [sittings ? 1 : 0, ...terms];
      const reply = listOf(await run(scripts.read, [epoch, numbers, newest, older, texts], args));
      const entries = listOf(reply[10]);
      const likely = listOf(reply[9]).map((n, at) => [Number(n), entries[at]] as const);
      return {
        ...decodeNumbers(reply),
        sittings: decodeSittings(String(reply[6])),
        lists: joinedLists(terms, { older: listOf(reply[8]), newest: listOf(reply[7]) }),
        likely: new Map(
          likely.map(([n, entry]) => [n, typeof entry === "string" ? decodeEntry(entry) : null]),
        ),
      };
    },

    async texts(chat, numbers) {
      const entries = listOf(await run(scripts.texts, [keys(chat).texts], numbers));
      return found(numbers, entries, decodeEntry);
    },

    async replace(chat, { epoch, n, before, after, lists }) {
      const more = (after?.units ?? 0) - before.units;
      const entry = after ? encodeEntry(after) : "";
      const args = [
        epoch,
        n,
        encodeEntry(before),
        entry,
        before.turnId,
        more,
        ...[...lists].flat(),
      ];
      const reply = await run(scripts.replace, keys(chat).all, args);
      return statusOf(reply, ["replaced", "conflict", "forgotten"]);
    },

    async forget(chat, epoch) {
      await run(scripts.forget, keys(chat).all, [epoch]);
    },
  };
}
