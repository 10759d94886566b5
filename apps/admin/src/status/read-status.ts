import { dayOf, readSpent, type Spent } from "@tgmem/contracts";
import type { QueueStats } from "@tgmem/queue";
import { type ProcessInfo, readProcesses } from "@tgmem/service";
import type { ListName } from "../system/lists.ts";
import type { System } from "../system/open-system.ts";
import { infoValue } from "../system/redis-info.ts";

/** How a system is at one moment. */
export interface Status {
  readonly atMs: number;
  readonly redis: {
    readonly version: string;
    readonly usedBytes: number;
    /** The limit of its memory; 0 = none. */
    readonly maxBytes: number;
  };
  readonly lists: readonly (QueueStats & { readonly name: ListName })[];
  /** The processes that are there, and those that were killed. One that was stopped is not among them. */
  readonly processes: readonly ProcessInfo[];
  /** What was asked of models today, in UTC. */
  readonly today: Spent & { readonly requests: number };
}

export interface StatusOptions {
  readonly signal?: AbortSignal;
  readonly now?: () => number;
}

/** Reads how much waits, who works, and what it costs. */
export async function readStatus(
  { redis, lists }: Pick<System, "redis" | "lists">,
  { signal, now = Date.now }: StatusOptions = {},
): Promise<Status> {
  const wait = signal ? { signal } : {};
  const atMs = now();
  const [info, stats, processes, { models }] = await Promise.all([
    redis.info(),
    Promise.all(lists.map(async ({ name, queue }) => ({ name, ...(await queue.stats(wait)) }))),
    readProcesses(redis),
    readSpent(redis, dayOf(atMs)),
  ]);
  const today = { requests: 0, input: 0, output: 0, cost: 0 };
  for (const model of models.values()) {
    today.requests += model.requests;
    today.input += model.input;
    today.output += model.output;
    today.cost += model.cost;
  }
  return {
    atMs,
    redis: {
      version: infoValue(info, "redis_version"),
      usedBytes: Number(infoValue(info, "used_memory")),
      maxBytes: Number(infoValue(info, "maxmemory")),
    },
    lists: stats,
    processes,
    today,
  };
}
