import type { Redis } from "../redis.ts";
import {
  forgottenMs,
  Heartbeat,
  type ProcessInfo,
  processesKey,
  silentMs,
} from "./process-info.ts";

/** The process of a bot that has no other ones. */
export const wholeBot = "bot";

/** The processes that a bot of several has. */
export const expectedProcesses = ["receiver", "consumer", "worker", "sender"] as const;

/** Names those that a whole bot has and that are not among these. */
export const missingProcesses = (
  there: readonly Pick<ProcessInfo, "name">[],
  expected: readonly string[] = expectedProcesses,
): readonly string[] =>
  there.some(({ name }) => name === wholeBot)
    ? []
    : expected.filter((name) => !there.some((one) => one.name === name));

/**
 * Reads which processes are there, and which ought to be: one that was killed is silent until another one of its name has
 * started, for an hour at most; one that was stopped is not there. By name, the oldest first.
 */
export async function readProcesses(redis: Readable): Promise<readonly ProcessInfo[]> {
  const { known } = await readHash(redis);
  return known.toSorted((a, b) => a.name.localeCompare(b.name) || a.startedAtMs - b.startedAtMs);
}

/** Names the entries of which nobody needs to know: they are replaced or forgotten, or cannot be read. */
export async function readLeftovers(redis: Readable): Promise<readonly string[]> {
  const { ids, known } = await readHash(redis);
  const kept = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !kept.has(id));
}

type Readable = Pick<Redis, "time" | "hgetall">;

async function readHash(redis: Readable) {
  const [hash, [seconds]] = await Promise.all([redis.hgetall(processesKey), redis.time()]);
  const nowMs = Number(seconds) * 1_000;
  const all = Object.entries(hash)
    .flatMap(([id, text]) => parse(id, text, nowMs) ?? [])
    .filter(({ seenAtMs }) => nowMs - seenAtMs < forgottenMs);
  return { ids: Object.keys(hash), known: all.filter((one) => !isReplaced(one, all)) };
}

const isReplaced = (one: ProcessInfo, all: readonly ProcessInfo[]): boolean =>
  one.state === "silent" &&
  all.some(({ name, startedAtMs }) => name === one.name && startedAtMs > one.seenAtMs);

function parse(id: string, text: string, nowMs: number): ProcessInfo | undefined {
  const [, at, json = ""] = /^(\d+) (.*)$/s.exec(text) ?? [];
  const heartbeat = Heartbeat.safeParse(asJson(json)).data;
  if (!heartbeat) return undefined;
  const seenAtMs = Number(at);
  const lively = heartbeat.failing.length > 0 ? "not_ready" : "ready";
  return { ...heartbeat, id, seenAtMs, state: nowMs - seenAtMs > silentMs ? "silent" : lively };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
