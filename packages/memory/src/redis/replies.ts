import { MemoryError } from "../errors.ts";
import { type FoundTurn, readTurn, readTurns } from "../protocol/read-turns.ts";
import { decodeSummary } from "../protocol/summary-codec.ts";
import { decodeTurn } from "../protocol/turn-codec.ts";
import { answers } from "../protocol/turn-content.ts";
import type { Begun, ListedChat, StoreCommit } from "../store.ts";

export function listOf(reply: unknown): readonly unknown[] {
  if (Array.isArray(reply)) return reply;
  throw new MemoryError("store_unavailable", `Expected a list from Redis, got a ${typeof reply}.`);
}

const texts = (reply: unknown) => listOf(reply).map(String);

/** Reads an entry of the list of turns; null when it is not one. */
function findTurn(entry: string): FoundTurn {
  const [head, seq, atMs] = /^(\d+)\|(\d+)\|/.exec(entry) ?? [];
  if (head === undefined) return null;
  return { seq: Number(seq), atMs: Number(atMs), content: decodeTurn(entry.slice(head.length)) };
}

export function decodeState(reply: unknown): Begun {
  const [numbers, own, entries] = listOf(reply);
  const [seq, wm, ver, inc, base, dropped, input, output, cost, archivedIn] = listOf(numbers);
  const [summary, epoch, paused, seen] = listOf(own);
  return {
    seq: Number(seq),
    watermark: Number(wm),
    version: Number(ver),
    incarnation: typeof inc === "string" ? inc : "",
    base: Number(base),
    dropped: Number(dropped),
    epoch: Number(epoch),
    ...decodeSummary(typeof summary === "string" ? summary : null),
    paused: typeof paused === "string",
    usage: { input: Number(input), output: Number(output), cost: Number(cost) },
    ...(typeof archivedIn === "string" && { archivedIn }),
    ...readTurns(texts(entries).map(findTurn)),
    seen: typeof seen === "string" ? Number(seen) : null,
  };
}

export function decodeCommit(reply: unknown, turnId: string): StoreCommit {
  const [status, seq, pending, dropped, covered, entry = ""] = texts(reply);
  if (status === "-1") return { status: "forgotten" };
  if (status === "-2") return { status: "paused" };
  const counts = { seq: Number(seq), pending: Number(pending), covered: Number(covered) };
  if (status === "1") return { status: "committed", ...counts, dropped: Number(dropped) };
  const first = readTurn(findTurn(entry));
  // After a forget the place of the old turn may belong to a new one.
  const answer = first && answers(first, turnId) ? first.assistant : null;
  return { status: "duplicate", ...counts, answer };
}

/** Reads what a chat of a list is like; null when it went meanwhile. */
export function decodeListed(chat: string, reply: unknown): ListedChat | null {
  const [pending, entry = ""] = texts(reply);
  if (pending === undefined) return null;
  return { chat, pending: Number(pending), lastAtMs: findTurn(entry)?.atMs ?? null };
}

export const amended = new Map([
  ["1", "amended"],
  ["0", "conflict"],
  ["2", "duplicate"],
  ["-1", "forgotten"],
  ["-2", "gone"],
] as const);

export const applied = new Map([
  ["1", "applied"],
  ["0", "conflict"],
  ["-1", "forgotten"],
  ["-2", "lost"],
  ["-3", "range"],
] as const);

export const hydrated = new Map([
  ["1", "hydrated"],
  ["0", "not_newer"],
  ["-1", "forgotten"],
  ["-2", "adopt"],
] as const);

export function named<T>(names: ReadonlyMap<string, T>, reply: unknown): T {
  const name = names.get(String(reply));
  if (name !== undefined) return name;
  throw new MemoryError("store_unavailable", `Redis answered an unknown code: ${String(reply)}.`);
}
