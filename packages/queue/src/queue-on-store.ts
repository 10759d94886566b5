import { atLeast, checkCount, checkJobs, maxItems, type QueueRules } from "./arguments.ts";
import { encodeBody, parseBody } from "./body.ts";
import { type Deadline, deadline, unlessAborted } from "./deadline.ts";
import { QueueError } from "./errors.ts";
import { batcher } from "./batcher.ts";
import type {
  Batch,
  ClaimRequest,
  Entry,
  Finish,
  NextRequest,
  LaneStore,
  NewEntry,
} from "./lane-store.ts";
import type { Job, NewJob, Outcome, Queue, QueueOptions, Receipt, TakeOptions } from "./queue.ts";
import { formatReceipt, parseReceipt, type ParsedReceipt } from "./receipt.ts";

/** A take on the wire may take so long after an abort; an answer that comes later is given back. */
const graceMs = 1_000;

/**
 * Claims, nexts and settles that share a round trip. Few enough that one group is answered while the next one runs, so
 * that process and store work at the same time; enough that a round trip costs each of them little.
 */
const callsPerTrip = 25;

/** What all adapters do the same way: checks, JSON, the schema, waits, and calls that share a round trip. */
export function queueOnStore<T>(
  store: LaneStore,
  rules: QueueRules,
  schema: QueueOptions<T>["schema"],
): Queue<T> {
  const closing = new AbortController();

  async function pushEntries(entries: readonly NewEntry[]): Promise<readonly boolean[]> {
    const duplicates = new Set(await store.push(entries));
    return entries.map((_, index) => duplicates.has(index));
  }
  // At a depth limit a neighbour's jobs could make the push of another caller fail: each goes alone.
  const pushShared = rules.maxDepth === 0 ? batcher(maxItems, pushEntries) : pushEntries;
  const settleShared = batcher(callsPerTrip, (tickets: readonly ParsedReceipt[]) =>
    store.finish(tickets, { op: "settle", ms: 0, reason: "" }),
  );

  const claimShared = batcher(callsPerTrip, (claims: readonly ClaimRequest[]) =>
    store.claim(claims),
  );
  const nextShared = batcher(callsPerTrip, (receipts: readonly NextRequest[]) =>
    store.next(receipts),
  );

  async function push(jobs: readonly NewJob<T>[]): Promise<readonly string[]> {
    mustBeOpen();
    checkJobs(jobs);
    if (jobs.length === 0) return [];
    const entries = jobs.map(({ id, lane, body, aliases = [] }): NewEntry => ({
      id,
      lane,
      json: encodeBody(body),
      aliases,
    }));
    const duplicate = await pushShared(entries);
    return jobs.filter((_, index) => duplicate[index]).map(({ id }) => id);
  }

  async function take({
    max,
    leaseMs,
    waitMs = 5_000,
    signal,
  }: TakeOptions): Promise<readonly Job<T>[]> {
    mustBeOpen();
    atLeast(1, { max, leaseMs });
    atLeast(0, { waitMs });
    checkCount("jobs", max);
    const stopped = () => signal?.aborted === true || closing.signal.aborted;
    const startedAt = performance.now();
    let end: Deadline | undefined;
    try {
      while (!stopped()) {
        const answer = store.take({ max, leaseMs });
        const batch = await unlessAborted(answer, graceMs, signal, closing.signal);
        if (!batch) {
          void giveBack(answer);
          return [];
        }
        const jobs = await parseAll(batch.entries);
        if (jobs.length > 0) return jobs;
        if (batch.entries.length > 0 || batch.buried > 0) continue;
        if (waitMs === 0) return [];
        end ??= deadline(startedAt + waitMs - performance.now(), signal, closing.signal);
        if (!end.signal.aborted) await store.idle(batch, end.signal);
        if (end.signal.aborted) return [];
      }
      return [];
    } finally {
      end?.clear();
    }
  }

  /** Puts back what was taken. When this fails too, the lease ends by itself. */
  async function giveBack(answer: Promise<Batch>): Promise<void> {
    try {
      const { entries } = await answer;
      if (entries.length > 0) await store.finish(entries, { op: "defer", ms: 0, reason: "" });
    } catch {}
  }

  async function parseAll(entries: readonly Entry[]): Promise<readonly Job<T>[]> {
    const jobs: Job<T>[] = [];
    const buried: Promise<unknown>[] = [];
    for (const entry of entries) {
      const job = parse(entry);
      if (typeof job === "string") buried.push(bury(entry, job));
      else jobs.push(job);
    }
    if (buried.length > 0) await Promise.all(buried);
    return jobs;
  }

  async function parseOrBury(entry: Entry): Promise<Job<T> | null> {
    const job = parse(entry);
    if (typeof job !== "string") return job;
    await bury(entry, job);
    return null;
  }

  /** A string is the reason why the body is none. */
  function parse(entry: Entry): Job<T> | string {
    const { id, lane, attempt } = entry;
    const parsed = parseBody(entry.json, schema);
    if (!parsed.ok) return parsed.reason;
    return { id, lane, body: parsed.body, attempt, receipt: formatReceipt(entry) };
  }

  const bury = (entry: Entry, reason: string) =>
    store.finish([entry], { op: "bury", ms: 0, reason });

  async function finish(receipts: readonly Receipt[], how: Finish): Promise<readonly Outcome[]> {
    mustBeOpen();
    const run =
      how.op === "settle"
        ? settleShared
        : (tickets: readonly ParsedReceipt[]) => store.finish(tickets, how);
    const tickets = receipts.map(parseReceipt);
    if (tickets.length <= maxItems) return tickets.length === 0 ? [] : run(tickets);
    return (await Promise.all(chunks(tickets).map(run))).flat();
  }

  function mustBeOpen(): void {
    if (closing.signal.aborted) {
      throw new QueueError("closed", `Queue ${rules.name} is closed: make a new one.`);
    }
  }

  return {
    push,
    take,
    async claim(lane, id, { leaseMs }) {
      mustBeOpen();
      atLeast(1, { leaseMs });
      const [entry] = await claimShared([{ lane, id, leaseMs }]);
      return entry ? parseOrBury(entry) : null;
    },
    async next(receipt, { leaseMs }) {
      mustBeOpen();
      atLeast(1, { leaseMs });
      const [answer] = await nextShared([{ ticket: parseReceipt(receipt), leaseMs }]);
      if (!answer) throw new Error("A receipt was left without an answer.");
      return { outcome: answer.outcome, job: answer.entry && (await parseOrBury(answer.entry)) };
    },
    settle: (receipts) => finish(receipts, { op: "settle", ms: 0, reason: "" }),
    async extend(receipts, { leaseMs }) {
      atLeast(1, { leaseMs });
      return finish(receipts, { op: "extend", ms: leaseMs, reason: "" });
    },
    async retry(receipts, { delayMs, reason }) {
      const ms = wholeMs(delayMs);
      return finish(receipts, { op: "retry", ms, reason });
    },
    async defer(receipts, { delayMs }) {
      const ms = wholeMs(delayMs);
      return finish(receipts, { op: "defer", ms, reason: "" });
    },
    bury: (receipts, { reason }) => finish(receipts, { op: "bury", ms: 0, reason }),
    async deadLetters({ limit }) {
      mustBeOpen();
      atLeast(1, { limit });
      return store.deadLetters(limit);
    },
    async unacknowledged({ limit }) {
      mustBeOpen();
      atLeast(1, { limit });
      return store.unacknowledged(limit);
    },
    async acknowledge(through) {
      mustBeOpen();
      atLeast(0, { through });
      await store.acknowledge(through);
    },
    async replay(numbers) {
      mustBeOpen();
      for (const number of numbers) atLeast(1, { number });
      const ascending = [...new Set(numbers)].toSorted((a, b) => a - b);
      let found = 0;
      for (const some of chunks(ascending)) found += await store.replay(some);
      return found;
    },
    async stats() {
      mustBeOpen();
      return store.stats();
    },
    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      // What was asked in this turn is still to be gathered and sent.
      await new Promise((resolve) => setImmediate(resolve));
      await store.close();
    },
  };
}

/** Delays are computed, so fractions are common. */
function wholeMs(delayMs: number): number {
  const ms = Math.ceil(delayMs);
  atLeast(0, { delayMs: ms });
  return ms;
}

function chunks<I>(items: readonly I[]): I[][] {
  const all: I[][] = [];
  for (let from = 0; from < items.length; from += maxItems)
    all.push(items.slice(from, from + maxItems));
  return all;
}
