import { isLane, type QueueRules } from "../arguments.ts";
import { withDeadline } from "../deadline.ts";
import { QueueError } from "../errors.ts";
import type { LaneStore } from "../on-store/lane-store.ts";
import { repairReport } from "../repair-report.ts";
import { cancel } from "./cancel.ts";
import type { Lanes } from "./lanes.ts";
import { lanesStats } from "./lanes-stats.ts";
import { dropLetters } from "./letters.ts";
import { pause, resume } from "./pause.ts";

/** Where the state machine of a queue runs. */
export interface Ground {
  /** Runs work on the tables at once or with others, whole or not at all. Whoever asked hears what went wrong. */
  readonly once: <R>(work: () => R) => Promise<R>;
  /** Runs it as well, and waits out what passes: for those who hold jobs. */
  readonly untilDone: <R>(work: () => R) => Promise<R>;
  /** Calls back whenever somebody else has changed the tables. Returns what ends that. */
  readonly listen?: (changed: () => void) => () => void;
  /** Tells the time in ms since 1970. */
  readonly now: () => number;
  /** Makes names, each unique in the world. */
  readonly unique: () => string;
}

/** Letters that are dropped at once. */
const slice = 100;

/** The state machine as a store: it adds a clock, unique names of holders, and waits that whatever changes something ends. */
export function storeOnLanes(lanes: Lanes, rules: QueueRules, ground: Ground): LaneStore {
  const { name, maxDepth, maxInFlight, handOff } = rules;
  const { once, untilDone, listen, now, unique } = ground;
  const { tables } = lanes;
  const sleepers = new Set<() => void>();
  let unlisten: (() => void) | undefined;
  let takes = 0;

  function wakeAll(): void {
    for (const wake of sleepers) wake();
  }
  /** Wakes sleepers after whatever may have made a lane takeable, or the next one due earlier. */
  async function waking<R>(work: Promise<R>): Promise<R> {
    const result = await work;
    wakeAll();
    return result;
  }
  /** Others are heard only while somebody sleeps. */
  function addSleeper(wake: () => void): void {
    sleepers.add(wake);
    unlisten ??= listen?.(wakeAll);
  }
  function removeSleeper(wake: () => void): void {
    sleepers.delete(wake);
    if (sleepers.size > 0) return;
    unlisten?.();
    unlisten = undefined;
  }
  /** Other calls come in between. */
  async function inSlices(which: { readonly lane?: string; readonly till?: number }) {
    for (let all = 0; ;) {
      const dropped = await once(() => dropLetters(tables, { ...which, most: slice }));
      all += dropped;
      if (dropped < slice) return all;
    }
  }

  return {
    async push(entries) {
      const duplicates = await waking(once(() => lanes.push(now(), entries)));
      if (duplicates !== "full") return duplicates;
      throw new QueueError(
        "queue_full",
        `Queue ${name} is at its depth limit of ${maxDepth}: try later.`,
      );
    },
    take: ({ max, leaseMs }) => {
      const options = { max, leaseMs, maxInFlight, handOff, holder: unique(), number: ++takes };
      return untilDone(() => lanes.take(now(), options));
    },
    finish: (receipts, how) => waking(untilDone(() => lanes.finish(now(), receipts, how))),
    claim(requests) {
      const named = requests.map((request) => ({ ...request, token: unique() }));
      return waking(untilDone(() => named.map((one) => lanes.claim(now(), one))));
    },
    next(requests) {
      const named = requests.map((request) => ({ ...request, token: unique() }));
      return waking(untilDone(() => named.map((one) => lanes.next(now(), one))));
    },
    async idle(_, { ms, signal }) {
      const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
      addSleeper(wake);
      let timer: NodeJS.Timeout | undefined;
      // Asked anew: what changed since the take must not be slept through.
      untilDone(() => lanes.idleMs(now(), { maxInFlight })).then((idleMs) => {
        if (idleMs === 0) wake();
        else if (idleMs !== null && idleMs < ms && sleepers.has(wake))
          timer = setTimeout(wake, idleMs);
      }, wake);
      await withDeadline(woken, { ms, late: unchanged, signal }).catch(() => {});
      clearTimeout(timer);
      removeSleeper(wake);
    },
    deadLetters: ({ after, limit }) => once(() => tables.letters({ after, most: limit })),
    unacknowledged: (limit) =>
      once(() => tables.letters({ after: tables.acknowledged(), most: limit })),
    acknowledge: (through) => once(() => tables.acknowledge(through)),
    replay: (numbers) => waking(once(() => lanes.replay(now(), numbers))),
    discard: (numbers) => once(() => numbers.filter((one) => tables.dropLetter(one)).length),
    discardLane: (lane) => inSlices({ lane }),
    purge: (olderThanMs) => inSlices({ till: now() - olderThanMs }),
    peek: (lane, { limit }) => once(() => tables.jobs(lane, limit)),
    cancel: (lane, id) => waking(once(() => cancel(tables, lane, id))),
    pause: (lane) => once(() => pause(tables, lane)),
    resume: (lane) => waking(once(() => resume(tables, lane, now()))),
    pausedLanes: () => once(() => tables.pausedLanes().filter(isLane)),
    stats: () => once(() => lanesStats(tables, now())),
    repair: (trip) => trip(async () => nothingToMend),
    close: async () => wakeAll(),
  };
}

/** What is written whole or not at all is never half written. */
const nothingToMend = repairReport({
  lanesFound: 0,
  doublesDropped: 0,
  placesDropped: 0,
  headsDropped: 0,
  depthCorrectedBy: 0,
});
const unchanged = () => new Error("Nothing has changed.");
