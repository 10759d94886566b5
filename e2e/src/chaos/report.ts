import { type Goal, limitGoal, type Report, type Row, rowOf } from "@tgmem/bench/report";
import type { Outcome } from "./chaos.ts";
import type { PlanOptions } from "./plan.ts";

/** What is found is to be none of these. */
const nothing = [
  ["lost", "messages that nobody answered"],
  ["doubled", "answers that came twice"],
  ["outOfOrder", "answers behind that of a later message"],
  ["wrongMemory", "answers from a wrong memory"],
  ["wrongAtEnd", "chats that remember something else in the end"],
  ["unexpected", "apologies and half answers"],
  ["disobeyed", "/forget without an answer, or with two"],
  ["waiting", "jobs left on the lists"],
  ["deadLetters", "dead letters"],
  ["forgottenReadable", "forgotten messages that can be read somewhere"],
  ["leaks", "texts, keys and phone numbers in logs"],
  ["gaveUp", "processes that gave up for good"],
] as const satisfies readonly (readonly [keyof Outcome, string])[];

/** How much more memory the second half of a run may take than the first. */
const mostGrowth = 1.3;

const count = (what: string, unit: string, value: number): Row => rowOf(what, unit, [value]);

/** Makes of a run what a bench makes of its: what was done in rows, and what was to be found in goals. */
export function reportOf(outcome: Outcome, { seed, people, minutes }: PlanOptions): Report {
  const { messages, edits, forgets, erased, faults, ends, growth, drainedInS } = outcome;
  return {
    servers: { seed: String(seed), people: String(people), minutes: String(minutes) },
    rows: [
      count("messages", "said", messages),
      count("edits", "made", edits),
      count("/forget", "said", forgets),
      count("messages that /forget erased before they were answered", "messages", erased),
      count("from the last fault until all was done", "s", drainedInS),
      count("processes that ended by themselves, and were started again", "times", ends.length),
      ...[...faults].map(([kind, times]) => count(kind, "times", times)),
      ...growth.map(({ app, secondMb }) => count(`${app}: most memory of one`, "MB", secondMb)),
    ],
    goals: [
      ...nothing.map(([name, what]) => limitGoal(what, 0, outcome[name])),
      ...growth.map(({ app, firstMb, secondMb }): Goal =>
        limitGoal(`${app}: memory, second half ÷ first`, mostGrowth, secondMb / firstMb),
      ),
    ],
  };
}
