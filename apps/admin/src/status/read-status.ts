import { dayOf, readSpent, type Spent } from "@tgmem/contracts";
import type { QueueStats } from "@tgmem/queue";
import { missingProcesses, type ProcessInfo, readProcesses } from "@tgmem/service";
import type { Storage } from "../system/kept.ts";
import type { ListName } from "../system/lists.ts";
import type { System } from "../system/open-system.ts";

/** How a system is at one moment. */
export interface Status {
  readonly atMs: number;
  readonly storage: Storage;
  readonly lists: readonly (QueueStats & { readonly name: ListName })[];
  /** The processes that are there, and those that were killed. One that was stopped is not among them. */
  readonly processes: readonly ProcessInfo[];
  /** Names the processes that ought to be there and are not. */
  readonly missing: readonly string[];
  /** What was asked of models today, in UTC. */
  readonly today: Spent & { readonly requests: number };
}

export interface StatusOptions {
  readonly signal?: AbortSignal;
  readonly now?: () => number;
}

/** Reads how much waits, who works, and what it costs. */
export async function readStatus(
  { redis, lists, expected, storage }: Pick<System, "redis" | "lists" | "expected" | "storage">,
  { signal, now = Date.now }: StatusOptions = {},
): Promise<Status> {
  const wait = signal ? { signal } : {};
  const atMs = now();
  const [stored, stats, processes, { models }] = await Promise.all([
    storage(),
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
    storage: stored,
    lists: stats,
    processes,
    missing: missingProcesses(processes, expected),
    today,
  };
}
