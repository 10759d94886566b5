import { checkCount, checkLimits, type LimitOptions } from "../protocol/limits.ts";
import { encodeSummary } from "../protocol/summary-codec.ts";
import { encodeTurn } from "../protocol/turn-codec.ts";
import { contentOf } from "../protocol/turn-content.ts";
import { checkUsage, noUsage } from "../protocol/usage.ts";
import type { WindowStore } from "../store.ts";
import { checkNamespace, keysOf, recallKeysOf } from "./keys.ts";
import { listChats } from "./list-chats.ts";
import { readTogether } from "./read-together.ts";
import type { RedisClient } from "./redis-client.ts";
import { amended, applied, decodeCommit, decodeState, hydrated, listOf, named } from "./replies.ts";
import { scriptRunner } from "./script-runner.ts";
import * as scripts from "./scripts.ts";

/** How much a Redis store keeps, for how long, and under which keys. */
export interface RedisStoreOptions extends LimitOptions {
  /** The beginning of every key: letters, digits and `_.:-`. @default "tgmem" */
  readonly namespace?: string;
  /** How long a chat that stays silent is kept, in ms; pending turns end with it. @default 7_776_000_000, which is 90 days */
  readonly ttlMs?: number;
}

const dayMs = 86_400_000;

/**
 * Keeps short-term memory in Redis 5 or newer, with one round trip a call. Takes a connected client of
 * ioredis or node-redis and leaves it open; run Redis with `maxmemory-policy noeviction`, because an evicted chat has lost the turns that no summary
 * covers.
 */
export function redisStore(redis: RedisClient, options: RedisStoreOptions = {}): WindowStore {
  const { namespace = "tgmem", ttlMs = 90 * dayMs } = options;
  const { window, cap } = checkLimits(options);
  checkCount("ttlMs", ttlMs);
  checkNamespace(namespace);
  const run = scriptRunner(redis);
  const keys = (chat: string) => keysOf(namespace, chat);

  return {
    keeps: { window, cap },

    async begin(chat, turnId) {
      const { state, pause, turn } = keys(chat);
      const all = [...state, pause, turn(turnId)];
      return decodeState((await readTogether(redis, all)) ?? (await run(scripts.begin, all, [])));
    },

    async commit(chat, turn) {
      const { state, pause, turn: seenKey } = keys(chat);
      const ids = [turn.turnId, ...(turn.parts ?? []).map(({ id }) => id)];
      const { input, output, cost } = turn.usage ? checkUsage(turn.usage) : noUsage;
      const { epoch, keeps = "pending" } = turn;
      const payload = encodeTurn(contentOf(turn));
      const args = [payload, window, cap, ttlMs, epoch, keeps, input, output, cost];
      const reply = await run(scripts.commit, [...state, pause, ...ids.map(seenKey)], args);
      return decodeCommit(reply, turn.turnId);
    },

    async amend(chat, { epoch, editId, seq, before, after }) {
      const { state, turn: seenKey } = keys(chat);
      const args = [epoch, seq, encodeTurn(before), encodeTurn(after), ttlMs];
      return named(amended, await run(scripts.amend, [...state, seenKey(editId)], args));
    },

    async apply(chat, change) {
      const { epoch, incarnation, version, becomes = version + 1, to, corrects } = change;
      const text = encodeSummary(change.summary);
      const flag = corrects === true ? 1 : 0;
      const counts = [epoch, incarnation, version, to, text, window, ttlMs, becomes, flag];
      const args = [...counts, change.archivedIn ?? "", change.lastAtMs ?? ""];
      return named(applied, await run(scripts.apply, keys(chat).state, args));
    },

    async hydrate(chat, record, { replace = false } = {}) {
      const { epoch, incarnation, version, coversThrough } = record;
      const text = encodeSummary(record.summary);
      const flag = replace ? 1 : 0;
      const counts = [epoch, incarnation, version, coversThrough, text, ttlMs, flag];
      const args = [...counts, record.archivedIn ?? ""];
      return named(hydrated, await run(scripts.hydrate, keys(chat).state, args));
    },

    async forget(chat, requestId, { atLeast = 0, ifEpoch = "" } = {}) {
      const { state, request } = keys(chat);
      const args = [ttlMs, atLeast, ifEpoch];
      const all = [...state, request(requestId), ...recallKeysOf(namespace, chat).own];
      const reply = await run(scripts.forget, all, args);
      const [epoch, unchanged] = listOf(reply);
      return { epoch: Number(epoch), unchanged: Number(unchanged) === 1 };
    },

    async pause(chat, paused) {
      await run(scripts.pause, [keys(chat).pause], [paused ? 1 : 0]);
    },

    list: ({ limit, cursor, signal }) =>
      listChats({ redis, run, namespace, limit, cursor, signal }),
  };
}
