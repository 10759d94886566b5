import * as fc from "fast-check";
import { everything, type QueueRules } from "../arguments.ts";
import type { FinishOp } from "../on-store/lane-store.ts";

export const protocolRules: QueueRules = {
  name: "protocol",
  dedupeMs: 3_600_000,
  maxAttempts: 3,
  maxEndedLeases: 4,
  maxDepth: 12,
  maxInFlight: 0,
  handOff: false,
  maxDeadLetters: 4,
  deadLetterTtlMs: 30_000,
  newerForMs: 0,
  callTimeoutMs: 60_000,
};
export const laneNames = ["a", "b", "c", "d e"];

const nat = (max: number) => fc.integer({ min: 0, max });
const lane = fc.constantFrom(...laneNames);
/** Ids and aliases of one push are neighbours, so that they meet each other and those of other pushes. */
const newJobs = fc
  .record({
    from: nat(120),
    each: fc.array(
      fc.record({
        lane,
        id: nat(8),
        aliases: fc.array(nat(8), { maxLength: 2 }),
        delayMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, nat(40)),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ from, each }) =>
    each.map((one) => ({
      lane: one.lane,
      id: `i${from + one.id}`,
      aliases: one.aliases.map((alias) => `i${from + alias}`),
      delayMs: one.delayMs,
    })),
  );
const leaseMs = fc.integer({ min: 1, max: 60 });
const slotId = fc.constantFrom<"s" | "t">("s", "t");
/** Its answer is lost, so it is repeated. */
const twice = nat(3).map((n) => n === 0);
const is = <N extends string>(type: N) => fc.constant(type);
const ops: FinishOp[] = ["settle", "settle", "settle", "extend", "retry", "defer", "bury"];

const digit = nat(9);
const few = { minLength: 1, maxLength: 4 };
/** A lane and mostly its head, otherwise the id of some receipt. */
const someClaim = fc.record({ lane, head: nat(3).map((n) => n > 0), which: digit, leaseMs });
const pushCommand = fc.record({ type: is("push"), twice, jobs: newJobs });
const takeCommand = fc.record({
  type: is("take"),
  twice,
  slotId,
  max: fc.integer({ min: 1, max: 4 }),
  leaseMs,
  handOff: fc.boolean(),
});
const hearCommand = fc.record({ type: is("hear"), slotId });
const claimCommand = fc.record({ type: is("claim"), twice, each: fc.array(someClaim, few) });
const someNext = fc.record({ which: digit, leaseMs });
const nextCommand = fc.record({ type: is("next"), twice, each: fc.array(someNext, few) });
const finishCommand = fc.record({
  type: is("finish"),
  twice,
  op: fc.constantFrom(...ops),
  which: fc.array(digit, few),
  ms: nat(40),
});
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 });
const lettersCommand = fc.record({
  type: is("letters"),
  twice,
  acknowledge: nat(6),
  replay: numbers,
  discard: numbers,
});
/** Drops the letters of a lane, then those that are as old as one of those that are left. */
const dropCommand = fc.record({ type: is("drop"), twice, lane, at: nat(3) });
/** A job of the lane, wherever it stands, and seldom one that is not there. */
const cancelCommand = fc.record({ type: is("cancel"), twice, lane, at: nat(3) });
const clockCommand = fc.record({
  type: is("clock"),
  ms: fc.oneof({ weight: 5, arbitrary: nat(60) }, fc.constant(protocolRules.deadLetterTtlMs)),
});
const holdCommand = fc.record({
  type: is("hold"),
  twice,
  lane: fc.oneof({ weight: 3, arbitrary: lane }, fc.constant(everything)),
  isPause: fc.boolean(),
});
const lateCommand = fc.record({ type: is("late"), which: digit });
const rewindCommand = fc.record({ type: is("rewind"), back: fc.integer({ min: 1, max: 6 }) });

/** One command; faults are commands like others. */
export const command = fc.oneof(
  { weight: 4, arbitrary: pushCommand },
  { weight: 5, arbitrary: takeCommand },
  { weight: 2, arbitrary: hearCommand },
  { weight: 5, arbitrary: claimCommand },
  { weight: 4, arbitrary: nextCommand },
  { weight: 6, arbitrary: finishCommand },
  { weight: 3, arbitrary: clockCommand },
  { weight: 1, arbitrary: holdCommand },
  { weight: 1, arbitrary: lateCommand },
  { weight: 1, arbitrary: lettersCommand },
  { weight: 2, arbitrary: dropCommand },
  { weight: 2, arbitrary: cancelCommand },
  { weight: 1, arbitrary: rewindCommand },
);
export type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;
export type Of<N extends Command["type"]> = Extract<Command, { type: N }>;
