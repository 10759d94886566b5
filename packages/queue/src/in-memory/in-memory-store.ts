import { isLane, type QueueRules } from "../arguments.ts";
import { withDeadline } from "../deadline.ts";
import { QueueError } from "../errors.ts";
import type { LaneStore } from "../on-store/lane-store.ts";
import type { DeadLetter } from "../queue.ts";
import { cancel } from "./cancel.ts";
import { lanesStats } from "./lanes-stats.ts";
import { repairReport } from "../repair-report.ts";
import type { Lanes } from "./lanes.ts";
import { acknowledgeLetters, removeLetters } from "./letters.ts";
import { pause, resume } from "./pause.ts";

/** The state machine as a store: it adds a clock, unique names of holders, and waits that whatever changes something ends. */
export function inMemoryStore(lanes: Lanes, rules: QueueRules, now: () => number): LaneStore {
  const { name, maxDepth, maxInFlight, handOff } = rules;
  const sleepers = new Set<() => void>();
  let made = 0;
  let takes = 0;
  const unique = () => `m${++made}`;
  const { state } = lanes;
  const lettersAbove = (after: number, limit: number) =>
    state.dead.filter(({ number }) => number > after).slice(0, limit);
  const removed = (isMeant: (letter: DeadLetter) => boolean) =>
    removeLetters(state, isMeant).length;

  /** Wakes sleepers after whatever may have made a lane takeable, or the next one due earlier. */
  function waking<R>(result: R): R {
    for (const wake of sleepers) wake();
    return result;
  }

  return {
    async push(entries) {
      const duplicates = lanes.push(now(), entries);
      if (duplicates !== "full") return waking(duplicates);
      throw new QueueError(
        "queue_full",
        `Queue ${name} is at its depth limit of ${maxDepth}: try later.`,
      );
    },
    take: async ({ max, leaseMs }) =>
      lanes.take(now(), {
        max,
        leaseMs,
        maxInFlight,
        handOff,
        holder: unique(),
        number: ++takes,
      }),
    finish: async (receipts, how) => waking(lanes.finish(now(), receipts, how)),
    claim: async (requests) =>
      waking(requests.map((request) => lanes.claim(now(), { ...request, token: unique() }))),
    next: async (requests) =>
      waking(requests.map((request) => lanes.next(now(), { ...request, token: unique() }))),
    async idle(_, { ms, signal }) {
      // Asked anew: what changed since the take must not be slept through.
      const idleMs = lanes.idleMs(now(), { maxInFlight }) ?? ms;
      if (idleMs === 0) return;
      const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
      sleepers.add(wake);
      await withDeadline(woken, { ms: Math.min(ms, idleMs), late: unchanged, signal }).catch(
        () => {},
      );
      sleepers.delete(wake);
    },
    deadLetters: async ({ after, limit }) => lettersAbove(after, limit),
    unacknowledged: async (limit) => lettersAbove(state.acknowledged, limit),
    acknowledge: async (through) => acknowledgeLetters(state, through),
    replay: async (numbers) => waking(lanes.replay(now(), numbers)),
    discard: async (numbers) => removed(({ number }) => numbers.includes(number)),
    discardLane: async (lane) => removed((letter) => letter.lane === lane),
    purge: async (olderThanMs) => {
      const till = now() - olderThanMs;
      return removed(({ buriedAtMs }) => buriedAtMs <= till);
    },
    peek: async (lane, { limit }) => (state.lanes.get(lane) ?? []).slice(0, limit),
    cancel: async (lane, id) => waking(cancel(state, lane, id)),
    pause: async (lane) => pause(state, lane),
    resume: async (lane) => waking(resume(state, lane, now())),
    pausedLanes: async () => [...state.paused].filter(isLane).toSorted(),
    stats: async () => lanesStats(state, now()),
    repair: (trip) => trip(async () => nothingToMend),
    close: async () => waking(undefined),
  };
}

/** What dies with its process is never half written. */
const nothingToMend = repairReport({
  lanesFound: 0,
  doublesDropped: 0,
  placesDropped: 0,
  headsDropped: 0,
  depthCorrectedBy: 0,
});
const unchanged = () => new Error("Nothing has changed.");
