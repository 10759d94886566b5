import { MemoryError } from "../errors.ts";
import type { Turn } from "../memory.ts";
import { decodeSummary, decodeTurn, encodeSummary, encodeTurn } from "../protocol/codec.ts";
import { checkCount, checkLimits, type LimitOptions } from "../protocol/limits.ts";
import { answers } from "../protocol/turn-content.ts";
import type { Begun, StoreCommit, WindowStore } from "../store.ts";
import { type RedisClient, scriptRunner } from "./redis-client.ts";
import * as scripts from "./scripts.ts";

/** How much a Redis store keeps, for how long, and under which keys. */
export interface RedisStoreOptions extends LimitOptions {
  /** The beginning of every key: letters, digits and `_.:-`. @default "tgmem" */
  readonly namespace?: string;
  /** How long a chat that stays silent is kept, in ms; pending turns end with it. @default 7_776_000_000, which is 90 days */
  readonly ttlMs?: number;
}

const dayMs = 86_400_000;

/** Writes an id so that its `:` `{` `}` `*` neither leave its slot nor reach the keys of another chat. */
const escapeUser = (chat: string) => encodeURIComponent(chat).replaceAll("*", "%2A");

function keysOf(namespace: string, chat: string) {
  const tag = `{${namespace}:${escapeUser(chat)}}`;
  return {
    state: ["w", "m", "s", "e"].map((part) => `${tag}:${part}`),
    turn: (turnId: string) => `${tag}:d:${turnId}`,
    request: (requestId: string) => `${tag}:f:${requestId}`,
  };
}

function listOf(reply: unknown): readonly unknown[] {
  if (Array.isArray(reply)) return reply;
  throw new MemoryError("store_unavailable", `Expected a list from Redis, got a ${typeof reply}.`);
}
const texts = (reply: unknown) => listOf(reply).map(String);

/** Reads an entry of the list of turns; null when it is not one. */
function decodeEntry(entry: string): Turn | null {
  const [, seq, atMs, payload] = /^(\d+)\|(\d+)\|(.*)$/su.exec(entry) ?? [];
  const turn = payload === undefined ? null : decodeTurn(payload);
  return turn && { seq: Number(seq), atMs: Number(atMs), ...turn };
}

function decodeState(reply: unknown): Begun {
  const fields = listOf(reply);
  const [seen = "", seq, wm, ver, inc = "", base, dropped, epoch, summary = ""] = fields
    .slice(0, 9)
    .map(String);
  const entries = texts(fields[9]);
  const turns = entries.map(decodeEntry).filter((turn) => turn !== null);
  return {
    seq: Number(seq),
    watermark: Number(wm),
    version: Number(ver),
    incarnation: inc,
    base: Number(base),
    dropped: Number(dropped),
    epoch: Number(epoch),
    summary: decodeSummary(summary),
    turns,
    seen: seen === "" ? null : Number(seen),
    ...(turns.length < entries.length && { unreadable: entries.length - turns.length }),
  };
}

function decodeCommit(reply: unknown, turnId: string): StoreCommit {
  const [status, seq, pending, dropped, covered, entry = ""] = texts(reply);
  if (status === "-1") return { status: "forgotten" };
  const counts = { seq: Number(seq), pending: Number(pending), covered: Number(covered) };
  if (status === "1") return { status: "committed", ...counts, dropped: Number(dropped) };
  const first = decodeEntry(entry);
  // After a forget the place of the old turn may belong to a new one.
  const answer = first && answers(first, turnId) ? first.assistant : null;
  return { status: "duplicate", ...counts, answer };
}

const amended = new Map([
  ["1", "amended"],
  ["0", "conflict"],
  ["2", "duplicate"],
  ["-1", "forgotten"],
  ["-2", "gone"],
] as const);
const applied = new Map([
  ["1", "applied"],
  ["0", "conflict"],
  ["-1", "forgotten"],
  ["-2", "lost"],
  ["-3", "range"],
] as const);
const hydrated = new Map([
  ["1", "hydrated"],
  ["0", "not_newer"],
  ["-1", "forgotten"],
  ["-2", "adopt"],
] as const);

function named<T>(names: ReadonlyMap<string, T>, reply: unknown): T {
  const name = names.get(String(reply));
  if (name !== undefined) return name;
  throw new MemoryError("store_unavailable", `Redis answered an unknown code: ${String(reply)}.`);
}

/**
 * Keeps short-term memory in Redis 5 or newer, with one command a call. Takes a connected ioredis client and leaves it
 * open; run Redis with `maxmemory-policy noeviction`, because an evicted chat has lost the turns that no summary
 * covers.
 */
export function redisStore(redis: RedisClient, options: RedisStoreOptions = {}): WindowStore {
  const { namespace = "tgmem", ttlMs = 90 * dayMs } = options;
  const { window, cap } = checkLimits(options);
  checkCount("ttlMs", ttlMs);
  if (!/^[\w.:-]+$/.test(namespace)) {
    throw new MemoryError(
      "invalid_argument",
      `Expected \`namespace\` to be letters, digits or any of \`_.:-\`, got \`${namespace}\`.`,
    );
  }
  const run = scriptRunner(redis);
  const keys = (chat: string) => keysOf(namespace, chat);

  return {
    keeps: { window, cap },

    async begin(chat, turnId) {
      const { state, turn } = keys(chat);
      return decodeState(await run(scripts.begin, [...state, turn(turnId)], []));
    },

    async commit(chat, turn) {
      const { state, turn: seenKey } = keys(chat);
      const ids = [turn.turnId, ...(turn.parts ?? []).map(({ id }) => id)];
      const args = [encodeTurn(turn), window, cap, ttlMs, turn.epoch];
      const reply = await run(scripts.commit, [...state, ...ids.map(seenKey)], args);
      return decodeCommit(reply, turn.turnId);
    },

    async amend(chat, { epoch, editId, seq, before, after }) {
      const { state, turn: seenKey } = keys(chat);
      const args = [epoch, seq, encodeTurn(before), encodeTurn(after), ttlMs];
      return named(amended, await run(scripts.amend, [...state, seenKey(editId)], args));
    },

    async apply(chat, { epoch, incarnation, version, becomes = version + 1, to, summary }) {
      const text = encodeSummary(summary);
      const args = [epoch, incarnation, version, to, text, window, ttlMs, becomes];
      return named(applied, await run(scripts.apply, keys(chat).state, args));
    },

    async hydrate(chat, { epoch, incarnation, version, coversThrough, summary }) {
      const args = [epoch, incarnation, version, coversThrough, encodeSummary(summary), ttlMs];
      return named(hydrated, await run(scripts.hydrate, keys(chat).state, args));
    },

    async forget(chat, requestId) {
      const { state, request } = keys(chat);
      return { epoch: Number(await run(scripts.forget, [...state, request(requestId)], [ttlMs])) };
    },
  };
}
