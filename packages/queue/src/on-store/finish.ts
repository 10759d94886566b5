import { atLeast, maxItems } from "../arguments.ts";
import type { CallOptions, Finisher, Job, Outcome, Receipt, Taker } from "../queue.ts";
import { type ParsedReceipt, parseReceipt } from "../receipt.ts";
import { batcher } from "./batcher.ts";
import type { Calls } from "./calls.ts";
import { chunks } from "./chunks.ts";
import type { JobReader } from "./jobs.ts";
import type { ClaimRequest, Finish, LaneStore, NextRequest } from "./lane-store.ts";

/**
 * Claims, nexts and settles that share a round trip. Few enough that one group is answered while the next one runs, so
 * that process and store work at the same time; enough that a round trip costs each of them little.
 */
const shared = { maxItems: 25 };

/** Bodies that one round trip copies. */
const mostCopied = 100;

/** What a `next` resolves with. */
interface NextJob<T> {
  readonly outcome: Outcome;
  readonly job: Job<T> | null;
}

const settled: Finish = { op: "settle", ms: 0, reason: "" };

export function finishOn<T>(
  store: LaneStore,
  calls: Calls,
  read: JobReader<T>,
): Finisher<T> & Pick<Taker<T>, "defer"> {
  const claimShared = batcher(shared, (requests: readonly ClaimRequest[]) =>
    calls.within(claimAll(requests)),
  );
  const nextShared = batcher(shared, (requests: readonly NextRequest[]) =>
    calls.within(nextAll(requests)),
  );
  const settleShared = batcher(shared, (receipts: readonly ParsedReceipt[]) =>
    calls.within(store.finish(receipts, settled)),
  );

  async function claimAll(requests: readonly ClaimRequest[]): Promise<readonly (Job<T> | null)[]> {
    return read(await store.claim(requests));
  }

  async function nextAll(requests: readonly NextRequest[]): Promise<readonly NextJob<T>[]> {
    const answers = await store.next(requests);
    const jobs = await read(answers.map(({ entry }) => entry));
    return answers.map(({ outcome }, index) => ({ outcome, job: jobs[index] ?? null }));
  }

  function finish(
    receipts: readonly Receipt[],
    how: Finish,
    options?: CallOptions,
  ): Promise<readonly Outcome[]> {
    return calls.run(async () => {
      const parsed = receipts.map(parseReceipt);
      // What may make dead letters copies whole bodies, and holds up Redis meanwhile.
      const size = how.op === "extend" || how.op === "defer" ? maxItems : mostCopied;
      return inParts(parsed, (some) => store.finish(some, how), size);
    }, options);
  }

  return {
    async claim(lane, id, options) {
      calls.begin(options);
      const { leaseMs } = options;
      atLeast(1, { leaseMs });
      const [job] = await calls.share(claimShared([{ lane, id, leaseMs }]), options);
      return job ?? null;
    },

    async next(receipt, options) {
      calls.begin(options);
      const { leaseMs } = options;
      atLeast(1, { leaseMs });
      const request = { receipt: parseReceipt(receipt), leaseMs };
      const [answer] = await calls.share(nextShared([request]), options);
      if (!answer) throw new Error("A receipt was left without an answer.");
      return answer;
    },

    async settle(receipts, options = {}) {
      calls.begin(options);
      const parsed = receipts.map(parseReceipt);
      return calls.share(inParts(parsed, settleShared), options);
    },

    async extend(receipts, options) {
      const { leaseMs } = options;
      atLeast(1, { leaseMs });
      return finish(receipts, { op: "extend", ms: leaseMs, reason: "" }, options);
    },
    async retry(receipts, options) {
      const { delayMs, reason } = options;
      return finish(receipts, { op: "retry", ms: wholeMs(delayMs), reason }, options);
    },
    async defer(receipts, options) {
      const { delayMs } = options;
      return finish(receipts, { op: "defer", ms: wholeMs(delayMs), reason: "" }, options);
    },
    bury: (receipts, options) =>
      finish(receipts, { op: "bury", ms: 0, reason: options.reason }, options),
  };
}

async function inParts(
  receipts: readonly ParsedReceipt[],
  send: (some: readonly ParsedReceipt[]) => Promise<readonly Outcome[]>,
  size: number = maxItems,
): Promise<readonly Outcome[]> {
  if (receipts.length <= size) return receipts.length === 0 ? [] : send(receipts);
  return (await Promise.all(chunks(receipts, size).map(send))).flat();
}

/** Delays are computed, so fractions are common. */
function wholeMs(delayMs: number): number {
  const ms = Math.ceil(delayMs);
  atLeast(0, { delayMs: ms });
  return ms;
}
