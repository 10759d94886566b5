import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { pause, withDeadline } from "../deadline.ts";
import type { Outage } from "../outages.ts";
import type { Redis } from "../redis.ts";
import { beatScript } from "./beat-script.ts";
import { type Heartbeat, processesKey } from "./process-info.ts";
import { readLeftovers } from "./read-processes.ts";

/** What a process tells of itself. */
export interface Announced extends Pick<Heartbeat, "name" | "port" | "account" | "build"> {
  /** Resolves with the names of the checks that fail now. */
  readonly failing: () => Promise<readonly string[]>;
  readonly outages: () => readonly Outage[];
}

export interface AnnounceOptions {
  /** The time between two heartbeats, in ms. @default 5_000 */
  readonly everyMs?: number;
  /** Called after each heartbeat, for what goes by the processes that are there. */
  readonly onBeat?: (id: string) => void | Promise<void>;
}

/** A process that others can see. */
export interface Presence {
  /** Names this process among the others. */
  readonly id: string;
  /** Takes it away from there. Never rejects, and takes a second at most. */
  leave(): Promise<void>;
}

const leaveMs = 1_000;

/**
 * Lets everybody see by a heartbeat that this process is there, and whether it is ready. Nobody relies on it: while Redis is away
 * it waits, and what fails is tried again.
 */
export function announce(
  redis: Pick<Redis, "eval" | "hdel" | "hgetall" | "time">,
  { failing, outages, ...facts }: Announced,
  { everyMs = 5_000, onBeat }: AnnounceOptions = {},
): Presence {
  const left = new AbortController();
  const { signal } = left;
  const host = hostname();
  const id = `${facts.name}@${host}:${process.pid}:${randomBytes(4).toString("hex")}`;

  async function start(): Promise<number> {
    const [seconds, microseconds] = await redis.time();
    return Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000);
  }

  async function beatOnce(startedAtMs: number): Promise<void> {
    const heartbeat: Heartbeat = {
      ...facts,
      host,
      pid: process.pid,
      startedAtMs,
      failing: [...(await failing())],
      outages: [...outages()],
    };
    if (signal.aborted) return;
    await redis.eval(beatScript, 1, processesKey, id, JSON.stringify(heartbeat));
  }

  async function run(): Promise<void> {
    let startedAtMs: number | undefined;
    while (!signal.aborted) {
      try {
        const isFirst = startedAtMs === undefined;
        startedAtMs ??= await start();
        await beatOnce(startedAtMs);
        if (isFirst) await sweep();
        await onBeat?.(id);
      } catch {
        // The next one comes soon, and that Redis is in trouble is told by others.
      }
      await pause(everyMs, { signal });
    }
  }

  async function sweep(): Promise<void> {
    const leftovers = await readLeftovers(redis);
    if (leftovers.length > 0) await redis.hdel(processesKey, ...leftovers);
  }

  const running = run();
  return {
    id,
    async leave() {
      left.abort();
      await withDeadline(
        running.then(() => redis.hdel(processesKey, id)),
        { ms: leaveMs, late: () => new Error("Redis gave no answer in time.") },
      ).catch(() => {});
    },
  };
}
