import type { Job, QueueOptions } from "../queue.ts";
import { formatReceipt } from "../receipt.ts";
import { parseBody } from "./body.ts";
import type { Entry, LaneStore } from "./lane-store.ts";

/** Makes jobs of entries; an entry whose body does not fit the schema is buried, and left out. */
export interface JobReader<T> {
  read(entry: Entry): Promise<Job<T> | null>;
  readAll(entries: readonly Entry[]): Promise<readonly Job<T>[]>;
}

export function jobReader<T>(store: LaneStore, schema: QueueOptions<T>["schema"]): JobReader<T> {
  /** A string is the reason why the body does not fit. */
  function parse(entry: Entry): Job<T> | string {
    const { id, lane, attempt, pushedAtMs } = entry;
    const parsed = parseBody(entry.json, schema);
    if (!parsed.ok) return parsed.reason;
    const known = pushedAtMs === undefined ? {} : { pushedAtMs };
    return { id, lane, body: parsed.body, ...known, attempt, receipt: formatReceipt(entry) };
  }
  const bury = (entry: Entry, reason: string) =>
    store.finish([entry], { op: "bury", ms: 0, reason });

  return {
    async read(entry) {
      const job = parse(entry);
      if (typeof job !== "string") return job;
      await bury(entry, job);
      return null;
    },
    async readAll(entries) {
      const jobs: Job<T>[] = [];
      const burials: Promise<unknown>[] = [];
      for (const entry of entries) {
        const job = parse(entry);
        if (typeof job === "string") burials.push(bury(entry, job));
        else jobs.push(job);
      }
      if (burials.length > 0) await Promise.all(burials);
      return jobs;
    },
  };
}
