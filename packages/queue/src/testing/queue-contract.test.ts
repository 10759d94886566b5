import { expect, it } from "vitest";
import { inMemoryQueue, type InMemoryQueueOptions } from "../in-memory/in-memory-queue.ts";
import type { Queue } from "../queue.ts";
import { type ContractBody, queueContract } from "./index.ts";

type Options = InMemoryQueueOptions<ContractBody>;
interface Sabotage {
  readonly options?: (options: Options) => Partial<Options>;
  readonly queue?: (queue: Queue<ContractBody>) => Partial<Queue<ContractBody>>;
}

/** What is broken → how. Named by the group of cases that must notice. */
const sabotages: Record<string, Sabotage> = {
  "push: drops no duplicates": { options: () => ({ dedupeMs: 0 }) },
  "push: knows no depth limit": { options: () => ({ maxDepth: 0 }) },
  "push: names no duplicates": {
    queue: (queue) => ({ push: (jobs) => queue.push(jobs).then(() => []) }),
  },
  "aliases: are forgotten": {
    queue: (queue) => ({
      push: (jobs) => queue.push(jobs.map(({ id, lane, body }) => ({ id, lane, body }))),
    }),
  },
  "aliases: of a dropped job are remembered": {
    queue: (queue) => ({
      async push(jobs) {
        const duplicates = await queue.push(jobs);
        const dropped = jobs.filter(({ id }) => duplicates.includes(id));
        const names = dropped.flatMap(({ aliases = [] }) => aliases);
        await queue.push(names.map((id) => ({ id, lane: "names", body: { text: "" } })));
        return duplicates;
      },
    }),
  },
  "aliases: drop their own job": {
    queue: (queue) => ({
      async push(jobs) {
        const names = jobs.flatMap(({ aliases = [] }) => aliases);
        const probes = names.map((id) => ({ id, lane: "probe", body: { text: "" } }));
        return (await queue.push(probes)).length > 0 ? jobs.map(({ id }) => id) : queue.push(jobs);
      },
    }),
  },
  "take: knows no in-flight limit": { options: () => ({ maxInFlight: 0 }) },
  "take: believes any body": { options: () => ({ schema: { parse: () => ({ text: "" }) } }) },
  "newer bodies: are buried": { options: () => ({ isNewer: () => false }) },
  "newer bodies: are kept for ever": { options: () => ({ newerForMs: 9_000_000 }) },
  "stats: know no age": {
    queue: (queue) => ({ stats: async () => ({ ...(await queue.stats()), oldestMs: 0 }) }),
  },
  "peek: shows all": {
    queue: (queue) => ({ peek: (lane) => queue.peek(lane, { limit: 1_000 }) }),
  },
  "cancel: does nothing": { queue: () => ({ cancel: async () => "done" }) },
  "take: gives one job at most": {
    queue: (queue) => ({ take: (options) => queue.take({ ...options, max: 1 }) }),
  },
  "settle: always says done": {
    queue: (queue) => ({
      settle: (receipts) => queue.settle(receipts).then(() => receipts.map(() => "done")),
    }),
  },
  "lease: never ends": {
    queue: (queue) => ({ take: (options) => queue.take({ ...options, leaseMs: 9_000_000 }) }),
  },
  "extend: does nothing": {
    queue: () => ({ extend: async (receipts) => receipts.map(() => "done") }),
  },
  "retry: puts the job at the end of its lane": {
    queue: (queue) => ({
      async retry(receipts) {
        const [, id = "", lane = ""] = receipts[0]?.split(" ") ?? [];
        const outcomes = await queue.settle(receipts);
        await queue.push([{ id: `${id}-again`, lane, body: { text: "" } }]);
        return outcomes;
      },
    }),
  },
  "poison: knows no limit of ended leases": { options: () => ({ maxEndedLeases: 1_000 }) },
  "poison: is buried as soon as a lease ends": { options: () => ({ maxEndedLeases: 1 }) },
  "retry: knows no attempt limit": { options: () => ({ maxAttempts: 1_000 }) },
  "defer: counts an attempt": {
    queue: (queue) => ({
      defer: (receipts, options) => queue.retry(receipts, { ...options, reason: "" }),
    }),
  },
  "defer: comes back at once": {
    queue: (queue) => ({ defer: (receipts) => queue.defer(receipts, { delayMs: 0 }) }),
  },
  "next: leases nothing": {
    queue: (queue) => ({
      next: async (receipt) => ({
        outcome: (await queue.settle([receipt]))[0] ?? "gone",
        job: null,
      }),
    }),
  },
  "hand-off: counts attempts at the take": { options: () => ({ handOff: false }) },
  "hand-off: claims nothing": { queue: () => ({ claim: async () => null }) },
  "dead letters: are all kept": { options: () => ({ maxDeadLetters: 1_000 }) },
  "dead letters: are limited to one": {
    queue: (queue) => ({ deadLetters: () => queue.deadLetters({ limit: 1 }) }),
  },
  "dead letters: are listed from the first one on": {
    queue: (queue) => ({ deadLetters: ({ limit }) => queue.deadLetters({ limit }) }),
  },
  "dead letters: never grow old": { options: () => ({ deadLetterTtlMs: 0 }) },
  "discard: drops nothing": { queue: () => ({ discard: async (numbers) => numbers.length }) },
  "discard lane: drops them all": {
    queue: (queue) => ({ discardLane: () => queue.purge({ olderThanMs: 0 }) }),
  },
  "purge: drops them all": { queue: (queue) => ({ purge: () => queue.purge({ olderThanMs: 0 }) }) },
  "acknowledge: is forgotten": { queue: () => ({ acknowledge: async () => {} }) },
  "replay: finds nothing": { queue: () => ({ replay: async () => 0 }) },
  "repair: frees what is held": {
    queue: (queue) => ({
      async repair() {
        const { inFlight } = await queue.stats();
        return { ...(await queue.repair()), lanesFound: inFlight };
      },
    }),
  },
  "wait: does not wait": {
    queue: (queue) => ({ take: (options) => queue.take({ ...options, waitMs: 0 }) }),
  },
  "wait: has no end": {
    queue: (queue) => ({
      take: (options) => queue.take({ ...options, waitMs: options.waitMs === 0 ? 0 : 9_000_000 }),
    }),
  },
  "abort: is not heard": {
    queue: (queue) => ({
      take: ({ max, leaseMs, waitMs = 0 }) => queue.take({ max, leaseMs, waitMs }),
    }),
  },
  "close: does nothing": { queue: () => ({ close: async () => {} }) },
};

for (const [what, sabotage] of Object.entries(sabotages)) {
  it(`notices an adapter that is broken: ${what}`, async () => {
    const queues = new Map<string, Queue<ContractBody>>();
    const contract = queueContract({
      async create(options) {
        const known = queues.get(options.name);
        if (known) return known;
        const queue = inMemoryQueue({ ...options, ...sabotage.options?.(options) });
        const broken = { ...queue, ...sabotage.queue?.(queue) };
        queues.set(options.name, broken);
        return broken;
      },
    });
    const [group = ""] = what.split(":");
    const cases = contract.filter(({ title }) => title.startsWith(`${group}:`));
    const failed = await Promise.all(cases.map(({ run }) => fails(run)));
    expect(failed).toContain(true);
  });
}

/** A wait that is not ended is a failure too. */
async function fails(run: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>(
    (resolve) => (timer = setTimeout(() => resolve(true), 1_000)),
  );
  const ended = run().then(
    () => false,
    () => true,
  );
  const failed = await Promise.race([ended, tooLong]);
  clearTimeout(timer);
  return failed;
}
