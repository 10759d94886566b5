import type { Job } from "../queue.ts";
import { formatReceipt } from "../receipt.ts";
import { type BodyRules, parseBody, type Refused } from "./body.ts";
import type { Entry, Finish, LaneStore } from "./lane-store.ts";

/** Makes jobs of entries. One whose body does not fit the schema is buried or deferred, and null stands in its place. */
export type JobReader<T> = (
  entries: readonly (Entry | null)[],
) => Promise<readonly (Job<T> | null)[]>;

export interface JobRules<T> extends BodyRules<T> {
  readonly newerForMs: number;
  /** Tells the time in ms since 1970. */
  readonly now: () => number;
}

/** How long a job of a newer release waits until it is looked at again. */
const shortestDelayMs = 1_000;
const longestDelayMs = 60_000;

export function jobReader<T>(store: LaneStore, rules: JobRules<T>): JobReader<T> {
  /** Gives the job, or what becomes of an entry whose body does not fit. */
  function parse(entry: Entry): Job<T> | Finish {
    const { id, lane, attempt, pushedAtMs } = entry;
    // Another program wrote it: without an id no receipt could name it.
    if (id === "") return { op: "bury", ms: 0, reason: "it has no id" };
    const parsed = parseBody(entry.json, rules);
    if (!parsed.ok) return refusal(entry, parsed);
    const known = pushedAtMs === undefined ? {} : { pushedAtMs };
    return { id, lane, body: parsed.body, ...known, attempt, receipt: formatReceipt(entry) };
  }

  /** A newer release may be starting beside this one: its jobs come again, the older they are the later. */
  function refusal(
    { pushedAtMs = 0, notBeforeMs = pushedAtMs }: Entry,
    { reason, isNewer }: Refused,
  ): Finish {
    const ageMs = rules.now() - notBeforeMs;
    if (!isNewer || ageMs >= rules.newerForMs) return { op: "bury", ms: 0, reason };
    const ms = Math.ceil(Math.min(longestDelayMs, Math.max(shortestDelayMs, ageMs / 4)));
    return { op: "defer", ms, reason: "" };
  }

  return async (entries) => {
    const refusals: Promise<unknown>[] = [];
    const jobs = entries.map((entry) => {
      const job = entry && parse(entry);
      if (!job || !("op" in job)) return job;
      refusals.push(store.finish([entry], job));
      return null;
    });
    if (refusals.length > 0) await Promise.all(refusals);
    return jobs;
  };
}
