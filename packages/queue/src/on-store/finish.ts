import { atLeast, maxItems } from "../arguments.ts";
import type { CallOptions, Finisher, Outcome, Receipt, Taker } from "../queue.ts";
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

const settled: Finish = { op: "settle", ms: 0, reason: "" };

export function finishOn<T>(
  store: LaneStore,
  calls: Calls,
  reader: JobReader<T>,
): Finisher<T> & Pick<Taker<T>, "defer"> {
  const claimAll = (requests: readonly ClaimRequest[]) => store.claim(requests);
  const nextAll = (requests: readonly NextRequest[]) => store.next(requests);
  const settleAll = (receipts: readonly ParsedReceipt[]) => store.finish(receipts, settled);
  const claimShared = batcher(shared, claimAll);
  const nextShared = batcher(shared, nextAll);
  const settleShared = batcher(shared, settleAll);

  function finish(
    receipts: readonly Receipt[],
    how: Finish,
    options?: CallOptions,
  ): Promise<readonly Outcome[]> {
    return calls.run(async () => {
      const parsed = receipts.map(parseReceipt);
      const finishAll = (some: readonly ParsedReceipt[]) => store.finish(some, how);
      const send = how === settled ? settleShared : finishAll;
      if (parsed.length <= maxItems) return parsed.length === 0 ? [] : send(parsed);
      return (await Promise.all(chunks(parsed).map(send))).flat();
    }, options);
  }

  return {
    claim: (lane, id, options) =>
      calls.run(async () => {
        const { leaseMs } = options;
        atLeast(1, { leaseMs });
        const [entry] = await claimShared([{ lane, id, leaseMs }]);
        return entry ? reader.read(entry) : null;
      }, options),
    next: (receipt, options) =>
      calls.run(async () => {
        const { leaseMs } = options;
        atLeast(1, { leaseMs });
        const [answer] = await nextShared([{ receipt: parseReceipt(receipt), leaseMs }]);
        if (!answer) throw new Error("A receipt was left without an answer.");
        return { outcome: answer.outcome, job: answer.entry && (await reader.read(answer.entry)) };
      }, options),
    settle: (receipts, options) => finish(receipts, settled, options),
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

/** Delays are computed, so fractions are common. */
function wholeMs(delayMs: number): number {
  const ms = Math.ceil(delayMs);
  atLeast(0, { delayMs: ms });
  return ms;
}
